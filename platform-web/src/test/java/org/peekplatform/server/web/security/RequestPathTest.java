package org.peekplatform.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @CsvSource({
        "/,                     /",
        "/admin/,               /admin/",
        "/api/v1/plugins/a.b-c, /api/v1/plugins/a.b-c",
        "/x/two%20words,        /x/two words",
        "/x/%C3%A4,             /x/ä",
        "/x/@a:b+c~d_e!$&(),    /x/@a:b+c~d_e!$&()"
    })
    void readsPlainForms(String raw, String path) {
        assertThat(RequestPath.read(raw, path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "admin",
                "http://here/admin",
                "//api/v1",
                "/api//v1",
                "/api/v1//",
                "/./api",
                "/api/.",
                "/admin/../api/v1",
                "/admin/..",
                "/admin/%2e%2e/api/v1",
                "/admin/%2E%2E/api/v1",
                "/admin/.%2e/api/v1",
                "/admin/..%2fapi/v1",
                "/admin%2fx",
                "/admin%5cx",
                "/admin\\..\\api",
                "/admin/..;/api",
                "/api;x=1/v1",
                "/api/v1%3bx=1",
                "/%61pi/v1",
                "/admin/%252e%252e/api",
                "/admin/%25",
                "/admin/%c0%ae%c0%ae/api",
                "/admin/%u002e",
                "/admin/%",
                "/admin/%2",
                "/admin/%zz",
                "/admin/%00",
                "/admin/%0d%0aX:y",
                "/admin/%7f",
                "/admin/%EF%BF%BD",
                "/admin/ä",
                "/admin/<x>",
                "/admin/a b",
                "/admin/\tx"
            })
    void doesNotReadWhatHasTwoMeanings(String raw) {
        assertThat(RequestPath.read(raw, raw)).isEmpty();
    }

    @Test
    void doesNotReadWhatTheContainerReadsDifferently() {
        assertThat(RequestPath.read("/admin/x", "/api/v1/audit")).isEmpty();
        assertThat(RequestPath.read("/admin/x", "/admin/x/y")).isEmpty();
    }

    @Test
    void letsTheContainerAddAWelcomeFile() {
        assertThat(RequestPath.read("/server/noop/", "/server/noop/index.html")).contains("/server/noop/");
    }

    @Test
    void doesNotReadEndlessPaths() {
        String path = "/" + "x".repeat(2048);

        assertThat(RequestPath.read(path, path)).isEmpty();
    }
}
