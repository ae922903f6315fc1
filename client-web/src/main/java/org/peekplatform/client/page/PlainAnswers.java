package org.peekplatform.client.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.peekplatform.runtime.web.SecurityHeaders;

/** What goes with every answer of this room. */
final class PlainAnswers {
    private PlainAnswers() {}

    /** The headers that are strict by default; pages and files replace two of them. */
    static void guard(HttpServletResponse response) {
        SecurityHeaders.apply(response);
    }

    static void notFound(HttpServletResponse response, String text) throws IOException {
        guard(response);
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain;charset=utf-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
