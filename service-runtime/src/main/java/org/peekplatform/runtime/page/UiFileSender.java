package org.peekplatform.runtime.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.util.Optional;

/** Sends the front end's built files. Their names carry their hash, so browsers keep them. */
public final class UiFileSender {
    private final UiFiles files;

    public UiFileSender(UiFiles files) {
        this.files = files;
    }

    /**
     * @param request its path behind the servlet's own names the file
     * @return whether there is such a file; nothing was sent otherwise
     */
    public boolean send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        String acceptEncoding =
                Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        Optional<UiFiles.UiFile> file = files.find(path, acceptEncoding);
        if (file.isPresent()) {
            send(file.get(), response);
        }
        return file.isPresent();
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
