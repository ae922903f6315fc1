package org.peekplatform.it.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.FourWildFlys;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;
import org.peekplatform.it.platform.Stranger;

/** Credentials of nodes on the running server, and what it makes of those who use them. */
@ExtendWith(FourWildFlys.class)
class NodeCredentialsIT {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String NAME = "visitor";

    private final Platform platform;

    NodeCredentialsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    @AfterEach
    void forget() {
        platform.rest().post("/api/v1/nodes/" + NAME + "/revoke");
        platform.rest().delete("/api/v1/instances/" + NAME);
    }

    private JsonNode issue() {
        return platform.rest()
                .send("POST", "/api/v1/nodes", body(NAME), JSON)
                .expecting(201)
                .json();
    }

    private static BodyPublisher body(String name) {
        return BodyPublishers.ofString("{\"name\":\"" + name + "\",\"service\":\"agent\"}");
    }

    private Stranger connect(JsonNode credential) throws JMSException {
        return Stranger.at(
                "127.0.0.1",
                platform.tlsPort(),
                platform.certificates().trusting(),
                credential.path("user").asText(),
                credential.path("password").asText());
    }

    private JsonNode node(String name) {
        for (JsonNode node :
                platform.rest().get("/api/v1/nodes").expecting(200).json().path("nodes")) {
            if (node.path("name").asText().equals(name)) {
                return node;
            }
        }
        throw new AssertionError("no node " + name);
    }

    private JsonNode instance(String name) {
        for (JsonNode one :
                platform.rest().get("/api/v1/instances").expecting(200).json().path("instances")) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    private static void say(Stranger node, String kind, String body) throws JMSException {
        BytesMessage message = node.session().createBytesMessage();
        message.setStringProperty("peek_kind", kind);
        message.setStringProperty("peek_id", "of-a-test");
        message.writeBytes(body.getBytes(UTF_8));
        try (MessageProducer producer =
                node.session().createProducer(node.session().createQueue("in." + NAME))) {
            producer.send(message);
        }
    }

    private static String report(String version, String user) {
        return "{\"instance\":\"" + NAME + "\",\"service\":\"agent\",\"platformVersion\":\"" + version
                + "\",\"started\":\"2030-01-01T00:00:00Z\",\"sequence\":1,\"wantedRevision\":0,\"parts\":[],"
                + "\"counters\":{},\"sent\":\"2030-01-01T00:00:00Z\",\"linkUser\":\"" + user + "\"}";
    }

    @Test
    void aCredentialIsShownOnceAndServesUntilItsSuccessorIsUsed() throws JMSException {
        JsonNode first = issue();
        assertThat(first.path("properties").asText())
                .contains(
                        "peek.link.user=" + NAME,
                        "peek.link.password=" + first.path("password").asText());
        assertThat(first.path("ca").asText()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(node(NAME).toString()).doesNotContain(first.path("password").asText());

        JsonNode second = platform.rest()
                .post("/api/v1/nodes/" + NAME + "/rotate")
                .expecting(200)
                .json();
        try (Stranger old = connect(first);
                Stranger next = connect(second)) {
            say(old, "report", report("0.1.0", first.path("user").asText()));
            say(
                    next,
                    "report",
                    report("0.1.0", second.path("user").asText()).replace("\"sequence\":1", "\"sequence\":2"));
            Await.until(
                    "the new one is in force",
                    Plugins.PATIENCE,
                    () -> node(NAME).path("user").asText(),
                    second.path("user").asText()::equals);
            assertThatThrownBy(() -> connect(first)).isInstanceOf(JMSException.class);
            Await.until("who uses the old one is out", Plugins.PATIENCE, () -> isOut(old), Boolean::booleanValue);
            assertThat(isOut(next)).isFalse();
        }
        List<String> deeds = new ArrayList<>();
        platform.rest().get("/api/v1/audit").expecting(200).json().findValuesAsText("action").stream()
                .filter(action -> action.startsWith("node."))
                .forEach(deeds::add);
        assertThat(deeds).startsWith("node.rotated", "node.rotate", "node.issue");
    }

    private static boolean isOut(Stranger node) {
        try {
            say(node, "goodbye", "");
            return false;
        } catch (JMSException out) {
            return true;
        }
    }

    @Test
    void nobodyButAnAdministratorWithTheSessionsWordLetsANodeIn() {
        RestClient session = platform.session();

        platform.nobody().send("POST", "/api/v1/nodes", body(NAME), JSON).expecting(401);
        session.without("X-Peek-Csrf")
                .send("POST", "/api/v1/nodes", body(NAME), JSON)
                .expecting(403);
        session.with("Origin", "https://elsewhere.example")
                .send("POST", "/api/v1/nodes", body(NAME), JSON)
                .expecting(403);
        session.send("POST", "/api/v1/nodes", body("../x"), JSON).expecting(409);
        session.send("POST", "/api/v1/nodes", body("agent1"), JSON).expecting(409);
        session.post("/api/v1/nodes/nobody/revoke").expecting(404);
    }

    @Test
    void anInstanceOfAnotherReleaseIsShownToldWhyAndGivenNothing() throws JMSException {
        try (Stranger fossil = connect(issue());
                MessageConsumer inbox =
                        fossil.session().createConsumer(fossil.session().createQueue("node." + NAME))) {
            say(fossil, "report", report("9.0.0", NAME));
            say(fossil, "wanted", "{\"platformVersion\":\"9.0.0\"}");

            JsonNode shown = Await.until(
                    "it is shown with the reason",
                    Plugins.PATIENCE,
                    () -> instance(NAME),
                    one -> one.hasNonNull("refusal"));
            assertThat(shown.path("refusal").asText()).contains("'" + NAME + "'", "9.0.0", "no plugins");
            assertThat(shown.path("presence").asText()).isEqualTo("ONLINE");
            assertThat(shown.path("clockSkewMillis").asLong()).isGreaterThan(0);
            assertThat(shown.has("waiting")).isTrue();
            List<String> answers = List.of(body(inbox), body(inbox));
            assertThat(answers)
                    .anySatisfy(answer -> assertThat(answer)
                            .contains("\"refusal\"", "Deploy the platform EAR")
                            .doesNotContain("plugins\":["));
        }
    }

    private static String body(MessageConsumer inbox) throws JMSException {
        BytesMessage answer = (BytesMessage) inbox.receive(Plugins.PATIENCE.toMillis());
        assertThat(answer).as("an answer in the inbox").isNotNull();
        return new String(answer.getBody(byte[].class), UTF_8);
    }

    @Test
    void theRunningAgentChangesItsCredentialWithoutMissingAPlugin() throws JMSException {
        String before = platform.nodeProperties(Service.AGENT);
        JsonNode next = platform.rest()
                .post("/api/v1/nodes/agent1/rotate")
                .expecting(200)
                .json();
        assertThat(platform.connected()).contains("agent1");

        platform.restartWith(
                Service.AGENT,
                before + "peek.link.user=" + next.path("user").asText() + "\npeek.link.password="
                        + next.path("password").asText() + "\n");

        Await.until(
                "the old one has ended",
                Plugins.PATIENCE,
                () -> node("agent1").path("overlapEnds").isMissingNode(),
                Boolean::booleanValue);
        assertThatThrownBy(() -> Stranger.as(
                        Stranger.read(before),
                        "127.0.0.1",
                        platform.tlsPort(),
                        platform.certificates().trusting()))
                .isInstanceOf(JMSException.class);
        assertThat(platform.connected()).contains("agent1");
    }
}
