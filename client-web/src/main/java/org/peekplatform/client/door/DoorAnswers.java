package org.peekplatform.client.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.peekplatform.core.json.Json;
import org.peekplatform.runtime.web.SecurityHeaders;

/** Answers in JSON, with the headers that all of them carry. */
final class DoorAnswers {
    private record Problem(int status, String code, String detail) {}

    private DoorAnswers() {}

    static void refuse(HttpServletResponse response, int status, String code, String detail) throws IOException {
        write(response, status, "application/problem+json", new Problem(status, code, detail));
    }

    static void give(HttpServletResponse response, Object value) throws IOException {
        write(response, 200, "application/json", value);
    }

    private static void write(HttpServletResponse response, int status, String type, Object value) throws IOException {
        SecurityHeaders.apply(response);
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(Json.write(value));
    }
}
