package org.peekplatform.it.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import org.peekplatform.core.json.Json;

/** What the platform answered to a request. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    public String text() {
        return new String(body, UTF_8);
    }

    public JsonNode json() {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + this, e);
        }
    }

    /** The code of a problem document, such as {@code PEEK-2206}. */
    public String code() {
        return json().path("code").asText();
    }

    /** This answer, if it has that status; its text is the failure else. */
    public Answer expecting(int expected) {
        if (status != expected) {
            throw new AssertionError("expected status " + expected + " but got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        String text = text();
        return status + " " + (text.length() > 4000 ? text.substring(0, 4000) + "…" : text);
    }
}
