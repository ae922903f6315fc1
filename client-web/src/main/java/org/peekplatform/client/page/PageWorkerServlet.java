package org.peekplatform.client.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.peekplatform.runtime.page.UiFiles;
import org.peekplatform.runtime.web.SecurityHeaders;

/**
 * {@code GET /client/page-worker.js}: what shows a page without a network. Its address decides which pages it may look after, so it
 * does not lie with the other files; and browsers ask for it again each time, since another text of it ends the old cache.
 */
@WebServlet("/page-worker.js")
public class PageWorkerServlet extends HttpServlet {
    private final transient Optional<PageWorker> worker =
            PageWorker.in(new UiFiles(PageWorkerServlet.class.getClassLoader()));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (worker.isEmpty()) {
            PlainAnswers.notFound(response, "PEEK-4253 This service was built without the front end.");
            return;
        }
        byte[] script = worker.get().script().getBytes(StandardCharsets.UTF_8);
        PlainAnswers.guard(response);
        response.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, "default-src 'none'; connect-src 'self'");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType("text/javascript;charset=utf-8");
        response.setContentLength(script.length);
        response.getOutputStream().write(script);
    }
}
