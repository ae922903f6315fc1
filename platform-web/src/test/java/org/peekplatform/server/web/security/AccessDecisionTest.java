package org.peekplatform.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessDecisionTest {
    private final AccessDecision gate = new AccessDecision(new KnownPeople());

    @ParameterizedTest
    @CsvSource({
        "GET,  /admin",
        "GET,  /admin/",
        "GET,  /admin/plugins/noop",
        "HEAD, /admin/",
        "GET,  /ui/vendor/x.js",
        "GET,  /ui/px/x.js",
        "POST, /api/v1/session"
    })
    void everybodyMayReachTheShellAndSignIn(String method, String path) {
        assertThat(gate.decide(Asking.to(method, path).request()))
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> assertThat(allowed.caller()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "POST,    /",
        "GET,     /index.html",
        "GET,     /administration",
        "GET,     /ui",
        "GET,     /ui/p",
        "GET,     /ui/p/noop/x.js",
        "GET,     /ui/m/noop/admin",
        "GET,     /api/v1/session",
        "GET,     /api/v1/audit",
        "GET,     /server/noop/x",
        "POST,    /api/v1/session/",
        "POST,    /api/v1/session/password",
        "POST,    /admin/",
        "PUT,     /ui/vendor/x.js",
        "DELETE,  /api/v1/session",
        "OPTIONS, /admin/"
    })
    void allTheRestNeedsSomebody(String method, String path) {
        assertThat(status(Asking.to(method, path))).isEqualTo(401);
        assertThat(status(Asking.to(method, path).session("no such token"))).isEqualTo(401);
    }

    @Test
    void neverAsksABrowserForAPassword() {
        assertThat(gate.decide(Asking.to("GET", "/api/v1/audit").request()))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.headers()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "FOO", "get", "PROPFIND", ""})
    void refusesOtherVerbsEvenWithASession(String method) {
        assertThat(gate.decide(
                        Asking.to(method, "/api/v1/audit").session("token-ann").request()))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(405);
                    assertThat(refused.headers()).containsKey("Allow");
                });
    }

    @Test
    void refusesOddPathsBeforeAnythingElse() {
        assertThat(status(Asking.to("GET", "/admin/../api/v1/audit").session("token-ann")))
                .isEqualTo(400);
        assertThat(status(Asking.to("GET", "/admin/%2e%2e/api/v1/audit"))).isEqualTo(400);
    }

    @Test
    void aSessionReads() {
        assertThat(caller(Asking.to("GET", "/api/v1/audit").session("token-ann")))
                .isEqualTo("ann");
        assertThat(caller(Asking.to("GET", "/server/noop/x").session("token-ann")))
                .isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aSessionChangesOnlyFromOwnPagesWithItsWord(String method) {
        Asking change = Asking.to(method, "/api/v1/plugins").session("token-ann");

        assertThat(caller(change.from(Asking.HERE).csrf(KnownPeople.CSRF))).isEqualTo("ann");
        assertThat(status(change.from(Asking.HERE))).isEqualTo(403);
        assertThat(status(change.from(Asking.HERE).csrf("other"))).isEqualTo(403);
        assertThat(status(change.from(Asking.HERE).csrf(""))).isEqualTo(403);
        assertThat(status(change.csrf(KnownPeople.CSRF))).isEqualTo(403);
        assertThat(status(change.from("https://evil.example").csrf(KnownPeople.CSRF)))
                .isEqualTo(403);
        assertThat(status(change.from("null").csrf(KnownPeople.CSRF))).isEqualTo(403);
    }

    @Test
    void nobodySignsInFromAForeignPage() {
        assertThat(status(Asking.to("POST", "/api/v1/session").from("https://evil.example")))
                .isEqualTo(403);
        assertThat(status(Asking.to("POST", "/api/v1/session").from(Asking.HERE)))
                .isEqualTo(200);
    }

    @Test
    void commandLineClientsSendTheirPassword() {
        assertThat(caller(Asking.to("POST", "/api/v1/plugins").basic("ann:secret of ann")))
                .isEqualTo("ann");
        assertThat(status(Asking.to("POST", "/api/v1/plugins").basic("ann:wrong")))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ", "Basic !!!", "Basic YW5u", "Basic OmFubg==", "Bearer x", "Basic //79", ""})
    void unreadableAuthorizationIsNobody(String header) {
        Asking asking = Asking.to("GET", "/api/v1/audit").session("token-ann").authorization(header);

        assertThat(status(asking)).isEqualTo(401);
    }

    @Test
    void passwordsCountBelowTheApiOnly() {
        assertThat(status(Asking.to("GET", "/ui/p/noop/x.js").basic("ann:secret of ann")))
                .isEqualTo(401);
        assertThat(status(Asking.to("GET", "/server/noop/x").basic("ann:secret of ann")))
                .isEqualTo(401);
    }

    @Test
    void saysWhenToComeBack() {
        assertThat(gate.decide(Asking.to("GET", "/api/v1/audit").basic("many:x").request()))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(429);
                    assertThat(refused.headers()).isEqualTo(Map.of("Retry-After", "30"));
                });
    }

    @Test
    void aOneTimePasswordReachesTheSessionOnly() {
        Asking change = Asking.to("PUT", "/api/v1/session/password");

        assertThat(caller(change.session("token-otto").from(Asking.HERE).csrf(KnownPeople.CSRF)))
                .isEqualTo("otto");
        assertThat(caller(change.basic("otto:secret of otto"))).isEqualTo("otto");
        assertThat(caller(Asking.to("GET", "/api/v1/session").session("token-otto")))
                .isEqualTo("otto");
        assertThat(status(Asking.to("GET", "/api/v1/audit").session("token-otto")))
                .isEqualTo(403);
        assertThat(status(Asking.to("GET", "/api/v1/audit").basic("otto:secret of otto")))
                .isEqualTo(403);
        assertThat(status(Asking.to("GET", "/api/v1/sessions").session("token-otto")))
                .isEqualTo(403);
        assertThat(status(Asking.to("GET", "/server/noop/x").session("token-otto")))
                .isEqualTo(403);
    }

    @Test
    void showsNoSecretWhenPrinted() {
        Asking asking =
                Asking.to("GET", "/x").session("token-ann").csrf("word-of-ann").basic("ann:secret of ann");

        assertThat(asking.request().toString()).doesNotContain("token-ann", "word-of-ann", "Basic");
        assertThat(BasicCredentials.read(asking.proof().authorization().orElseThrow())
                        .toString())
                .doesNotContain("secret");
    }

    private int status(Asking asking) {
        Decision decision = gate.decide(asking.request());
        return decision instanceof Decision.Refused refused ? refused.problem().status() : 200;
    }

    private String caller(Asking asking) {
        Decision.Allowed allowed = (Decision.Allowed) gate.decide(asking.request());
        return allowed.caller().orElseThrow().name();
    }
}
