package org.peekplatform.server.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.util.Optional;
import org.peekplatform.server.web.problem.Problem;
import org.peekplatform.server.web.problem.ProblemResponses;

/** {@code GET /ui/…}: the platform's own built files. Their names carry their hash, so browsers keep them. */
@WebServlet("/ui/*")
public class UiFileServlet extends HttpServlet {
    private final transient UiFiles files = new UiFiles(UiFileServlet.class.getClassLoader());

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        String acceptEncoding =
                Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        Optional<UiFiles.UiFile> file = files.find(path, acceptEncoding);
        if (file.isPresent()) {
            send(file.get(), response);
        } else {
            ProblemResponses.write(Problem.of(404, "PEEK-5130", "The front end has no such file."), response);
        }
    }

    private static void send(UiFiles.UiFile file, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(file.type());
        if (file.coding() != ContentCoding.IDENTITY) {
            response.setHeader("Content-Encoding", file.coding().token());
        }
        URLConnection resource = file.resource().openConnection();
        response.setContentLengthLong(resource.getContentLengthLong());
        try (InputStream in = resource.getInputStream()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
