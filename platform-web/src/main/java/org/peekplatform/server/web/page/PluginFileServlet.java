package org.peekplatform.server.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.peekplatform.runtime.page.FileTypes;
import org.peekplatform.server.ui.PageShelf;
import org.peekplatform.server.ui.PluginPages.PageFile;
import org.peekplatform.server.web.problem.Problem;
import org.peekplatform.server.web.problem.ProblemResponses;

/** {@code GET /ui/p/<plugin>/<file>}: a file of a plugin's pages, for who is signed in. */
@WebServlet("/ui/p/*")
public class PluginFileServlet extends HttpServlet {
    @Inject
    private transient PageShelf shelf;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PluginPath path = PluginPath.of(request);
        Optional<PageFile> file = shelf.file(path.plugin(), path.rest());
        if (file.isPresent()) {
            send(path.rest(), file.get(), request, response);
        } else {
            ProblemResponses.write(
                    Problem.of(
                            404,
                            "PEEK-5132",
                            "No running plugin has this file. Reload the page: the plugin may"
                                    + " have been updated, stopped or uninstalled."),
                    response);
        }
    }

    /** What has its hash in its name is kept for ever; about the rest the browser asks each time. */
    private static void send(String name, PageFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = '"' + file.sha256() + '"';
        response.setHeader(
                "Cache-Control", file.hashed() ? "private, max-age=31536000, immutable" : "private, no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(FileTypes.of(name).orElse("application/octet-stream"));
        response.setContentLengthLong(Files.size(file.path()));
        Files.copy(file.path(), response.getOutputStream());
    }
}
