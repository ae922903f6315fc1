package org.peekplatform.client.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.api.account.User;
import org.peekplatform.client.session.DeviceIdentities;
import org.peekplatform.client.session.FakeServer;

class DoorGateTest {
    private static final String HERE = "https://peek.example.com";

    private final FakeServer server = new FakeServer();
    private final DoorGate gate = new DoorGate(new DeviceIdentities(server, Clock.systemUTC()));

    private Optional<HttpServletRequest> admitted(FakeExchange exchange) throws IOException {
        return gate.admit(exchange.request(), exchange.response());
    }

    @Test
    void letsAHandshakeOfAPageOfThisServiceIn() throws IOException {
        server.user("good", new User("ann", Set.of("reader")));
        Optional<HttpServletRequest> admitted =
                admitted(FakeExchange.handshake().with("Origin", HERE).token("good"));

        assertThat(admitted).hasValueSatisfying(request -> {
            assertThat(request.getRemoteUser()).isEqualTo("ann");
            assertThat(request.isUserInRole("reader")).isTrue();
            assertThat(request.isUserInRole("admin")).isFalse();
            DevicePrincipal who = (DevicePrincipal) request.getUserPrincipal();
            assertThat(who.address()).isEqualTo("192.0.2.7");
            assertThat(who.session().ref())
                    .isEqualTo(DeviceIdentities.ref("good"))
                    .doesNotContain("good");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://peek.example.com.evil.org",
                "https://evil.peek.example.com",
                "https://example.com",
                "https://peek.example.com:8443",
                "https://peek.example.com:443",
                "http://peek.example.com",
                "https://peek.example.com/",
                "https://peek.example.com@evil.org",
                "https://PEEK.example.com",
                "https://xpeek.example.com",
                "peek.example.com",
                "https://"
            })
    void keepsAHandshakeOfAnyOtherOriginOut(String origin) throws IOException {
        server.user("good", new User("ann", Set.of()));
        FakeExchange exchange = FakeExchange.handshake().with("Origin", origin).token("good");

        assertThat(admitted(exchange)).isEmpty();
        assertThat(exchange.status).isEqualTo(403);
        assertThat(exchange.text()).contains("PEEK-4231");
        assertThat(server.asked).as("nobody is asked who it is").isEmpty();
    }

    @Test
    void keepsAHandshakeThatDoesNotSayWhereItComesFromOut() throws IOException {
        FakeExchange silent = FakeExchange.handshake().token("good");
        FakeExchange twice = FakeExchange.handshake()
                .with("Origin", HERE)
                .with("Origin", HERE)
                .token("good");
        FakeExchange noHost =
                FakeExchange.handshake().without("Host").with("Origin", HERE).token("good");
        FakeExchange twoHosts = FakeExchange.handshake()
                .with("Host", "evil.org")
                .with("Origin", HERE)
                .token("good");

        for (FakeExchange exchange : List.of(silent, twice, noHost, twoHosts)) {
            assertThat(admitted(exchange)).isEmpty();
            assertThat(exchange.status).isEqualTo(403);
        }
    }

    @Test
    void knowsThePortOfItsScheme() {
        assertThat(DoorGate.isForeign(FakeExchange.handshake()
                        .without("Host")
                        .with("Host", "peek.example.com:443")
                        .with("Origin", HERE)
                        .request()))
                .isFalse();
        FakeExchange plain = FakeExchange.handshake()
                .without("Host")
                .with("Host", "127.0.0.1:8080")
                .with("Origin", "http://127.0.0.1:8080");
        plain.scheme = "http";
        assertThat(DoorGate.isForeign(plain.request())).isFalse();
    }

    @Test
    void wantsProofOfAPostAndNoneOfAGet() {
        assertThat(DoorGate.isForeign(FakeExchange.post().request())).isTrue();
        assertThat(DoorGate.isForeign(FakeExchange.post().with("Origin", HERE).request()))
                .isFalse();
        assertThat(DoorGate.isForeign(FakeExchange.post()
                        .with("Sec-Fetch-Site", "same-origin")
                        .request()))
                .isFalse();
        assertThat(DoorGate.isForeign(
                        FakeExchange.post().with("Sec-Fetch-Site", "same-site").request()))
                .isTrue();
        assertThat(DoorGate.isForeign(FakeExchange.get().request())).isFalse();
        assertThat(DoorGate.isForeign(
                        FakeExchange.get().with("Origin", "https://evil.org").request()))
                .isTrue();
        assertThat(DoorGate.isForeign(
                        FakeExchange.get().with("Sec-Fetch-Site", "cross-site").request()))
                .isTrue();
    }

    @Test
    void asksToSignInWithoutASession() throws IOException {
        FakeExchange none = FakeExchange.get();
        FakeExchange over = FakeExchange.get().token("over");
        FakeExchange planted = FakeExchange.get().token("good").token("good");
        FakeExchange endless = FakeExchange.get().token("x".repeat(101));
        server.user("good", new User("ann", Set.of()));

        for (FakeExchange exchange : List.of(none, over, planted, endless)) {
            assertThat(admitted(exchange)).isEmpty();
            assertThat(exchange.status).isEqualTo(401);
            assertThat(exchange.text()).contains("PEEK-4233", "/client/session");
        }
    }

    @Test
    void cannotDecideWhileTheServerIsAway() throws IOException {
        server.away = true;
        FakeExchange exchange = FakeExchange.get().token("good");

        assertThat(admitted(exchange)).isEmpty();
        assertThat(exchange.status).isEqualTo(503);
        assertThat(exchange.text()).contains("PEEK-4232");
    }
}
