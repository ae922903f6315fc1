package org.peekplatform.it.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.peekplatform.api.Service;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.FourWildFlys;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;
import org.peekplatform.it.platform.Stranger;

/** An agent with a credential of its own that tries everything else. */
@ExtendWith(FourWildFlys.class)
class HostileAgentIT {
    private static final String NAME = "mallory";
    private static final int HUGE = 64 * 1024 * 1024;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Platform platform;
    private Stranger mallory;
    private String password;

    HostileAgentIT(Platform platform) {
        this.platform = platform;
    }

    /** What must never be made of a message. */
    public static final class Canary implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void letIn() throws JMSException {
        platform.rest().post("/api/v1/nodes/" + NAME + "/revoke");
        JsonNode issued = platform.rest()
                .send(
                        "POST",
                        "/api/v1/nodes",
                        BodyPublishers.ofString("{\"name\":\"" + NAME + "\",\"service\":\"agent\"}"),
                        Map.of("Content-Type", "application/json"))
                .expecting(201)
                .json();
        password = issued.path("password").asText();
        mallory = connect();
    }

    private Stranger connect() throws JMSException {
        return Stranger.at(
                "127.0.0.1", platform.tlsPort(), platform.certificates().trusting(), NAME, password);
    }

    @AfterEach
    void throwOut() throws JMSException {
        mallory.close();
        platform.rest().post("/api/v1/nodes/" + NAME + "/revoke");
    }

    // ---- what the broker refuses

    @TestFactory
    Stream<DynamicTest> theBrokerRefuses() {
        Map<String, Executable> tries = new LinkedHashMap<>();
        for (String queue : List.of(
                "node.agent1",
                "node.agent1.archives",
                "node.worker1",
                "node.client1",
                "in.agent1",
                "in." + NAME,
                "server.in",
                "worker.tasks",
                "DLQ",
                "ExpiryQueue")) {
            tries.put("reading " + queue, () -> read(queue));
            if (!queue.equals("in." + NAME)) {
                tries.put("sending to " + queue, () -> send(mallory.session().createQueue(queue)));
            }
        }
        tries.put(
                "looking into node.agent1",
                () -> mallory.session()
                        .createBrowser(mallory.session().createQueue("node.agent1"))
                        .getEnumeration()
                        .hasMoreElements());
        tries.put("sending to its own inbox", () -> send(mallory.session().createQueue("node." + NAME)));
        for (String queue :
                List.of("#", "node.*", "in.#", "brand.new", "$sys.mqtt.sessions", "jms.queue.node.agent1")) {
            tries.put("reading " + queue, () -> read(queue));
            tries.put("sending to " + queue, () -> send(mallory.session().createQueue(queue)));
        }
        for (String topic : List.of("events", "activemq.notifications", "plugins")) {
            tries.put(
                    "listening to " + topic,
                    () -> mallory.session().createConsumer(mallory.session().createTopic(topic)));
            tries.put("publishing on " + topic, () -> send(mallory.session().createTopic(topic)));
        }
        tries.put("making a temporary queue", () -> mallory.session().createTemporaryQueue());
        tries.put("making a temporary topic", () -> mallory.session().createTemporaryTopic());
        tries.put("asking the management", this::askManagement);
        tries.put("making an address", () -> core().createAddress(SimpleString.of("own"), RoutingType.ANYCAST, false));
        tries.put("making a queue", () -> core().createQueue(QueueConfiguration.of("own")));
        tries.put(
                "making a queue on another's address",
                () -> core().createQueue(QueueConfiguration.of("ear").setAddress("jms.queue.node.agent1")));
        tries.put("deleting the tasks", () -> core().deleteQueue("jms.queue.worker.tasks"));
        tries.put(
                "listening to notifications",
                () -> core().createQueue(QueueConfiguration.of("ear").setAddress("activemq.notifications")));
        tries.put(
                "another's name with the own password",
                () -> Stranger.at(
                                "127.0.0.1",
                                platform.tlsPort(),
                                platform.certificates().trusting(),
                                "agent1",
                                password)
                        .close());
        assertThat(tries).hasSizeGreaterThan(30);
        DynamicTest log = DynamicTest.dynamicTest(
                "and the log names it",
                () -> assertThat(platform.refusals())
                        .containsPattern("security check failure.*" + NAME + ".*permission='CONSUME'")
                        .doesNotContain(password));
        Stream<DynamicTest> refusals = tries.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> assertThatThrownBy(one.getValue()::execute)
                                .isInstanceOfAny(JMSException.class, ActiveMQException.class)));
        return Stream.concat(refusals, Stream.of(log));
    }

    private ClientSession core() {
        return ((ActiveMQSession) mallory.session()).getCoreSession();
    }

    private void read(String queue) throws JMSException {
        mallory.session().createConsumer(mallory.session().createQueue(queue)).close();
    }

    private void send(Destination destination) throws JMSException {
        try (MessageProducer producer = mallory.session().createProducer(destination)) {
            producer.send(envelope("report", "{}"), DeliveryMode.PERSISTENT, 4, 10_000);
        }
    }

    private void askManagement() throws ActiveMQException {
        try (var producer = core().createProducer("activemq.management")) {
            producer.send(core().createMessage(true));
        }
    }

    private BytesMessage envelope(String kind, String body) throws JMSException {
        BytesMessage message = mallory.session().createBytesMessage();
        message.setStringProperty("peek_kind", kind);
        message.setStringProperty("peek_id", "m-" + kind);
        message.writeBytes(body.getBytes(UTF_8));
        return message;
    }

    // ---- what it may send, and nobody believes

    @Test
    void whatComesThroughItsOwnDoorIsDroppedAndOthersGoOn() throws JMSException {
        platform.plugins().removeAll();
        platform.plugins().install(Plugins.built("noop"));
        JsonNode before = instance("agent1");

        for (Message message : nonsense()) {
            say(message);
        }
        Message flood = envelope("beat", "x");
        for (int i = 0; i < 2_000; i++) {
            say(flood);
        }

        RestClient browser = platform.session();
        Await.until(
                "noop's agent part answers",
                Plugins.PATIENCE,
                () -> browser.get("/server/noop/answers").json(),
                all -> all.at("/agent/value").asText().equals("there and back"));
        Await.until(
                "what it said was taken and is gone",
                Plugins.PATIENCE,
                () -> platform.cli(Service.SERVER, count("server.in")) + platform.cli(Service.SERVER, count("DLQ")),
                said -> said.split("\"result\" => 0L", -1).length == 3);
        assertThat(instance("agent1").path("platformVersion")).isEqualTo(before.path("platformVersion"));
        assertThat(instance("agent1").path("since")).isEqualTo(before.path("since"));
        assertThat(platform.connected()).contains(Platform.EVERYWHERE).doesNotContain(NAME);
        assertThat(platform.log(Service.SERVER))
                .contains("PEEK-3306 node '" + NAME + "' reported as 'agent1'")
                .contains("PEEK-3309 message of node '" + NAME + "' dropped")
                .doesNotContain("Canary");
    }

    private static String count(String queue) {
        return "/subsystem=messaging-activemq/server=default/jms-queue=" + queue
                + ":read-attribute(name=message-count)";
    }

    private JsonNode instance(String name) {
        for (JsonNode one : platform.rest().get("/api/v1/instances").json().path("instances")) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no instance " + name);
    }

    private List<Message> nonsense() throws JMSException {
        Session session = mallory.session();
        List<Message> messages = new ArrayList<>(List.of(
                session.createObjectMessage(new Canary()),
                session.createTextMessage("text"),
                session.createMapMessage(),
                session.createStreamMessage(),
                session.createMessage(),
                session.createBytesMessage()));
        for (String kind :
                List.of("report", "wanted", "archive", "call", "call-cancel", "task-result", "live.observe")) {
            messages.add(envelope(kind, "no JSON"));
            messages.add(envelope(kind, "{\"a\":".repeat(2000)));
        }
        messages.add(envelope("no such kind", "{}"));
        messages.add(
                envelope(
                        "report",
                        "{\"instance\":\"agent1\",\"service\":\"agent\",\"platformVersion\":\"9\",\"started\":\"2030-01-01T00:00:00Z\",\"sequence\":1,\"wantedRevision\":0,\"parts\":[],\"counters\":{}}"));
        BytesMessage forged = envelope("goodbye", "");
        forged.setStringProperty("_AMQ_ORIG_ADDRESS", "jms.queue.in.agent1");
        messages.add(forged);
        BytesMessage reply = envelope("call", "{}");
        reply.setStringProperty("peek_reply_to", "another's question");
        reply.setJMSReplyTo(session.createQueue("node.agent1"));
        messages.add(reply);
        ObjectWithProperties.fill(messages, session);
        return messages;
    }

    private void say(Message message) throws JMSException {
        try (MessageProducer producer =
                mallory.session().createProducer(mallory.session().createQueue("in." + NAME))) {
            producer.send(message, DeliveryMode.NON_PERSISTENT, 4, 60_000);
        }
    }

    /** An object that says it is one of the platform's messages. */
    private static final class ObjectWithProperties {
        static void fill(List<Message> messages, Session session) throws JMSException {
            Message object = session.createObjectMessage(new Canary());
            object.setStringProperty("peek_kind", "report");
            object.setStringProperty("peek_id", "canary");
            messages.add(object);
        }
    }

    @Test
    void aMessageToTheWorkersThatAsksForNoAnswerDoesNotArriveEither() throws JMSException {
        try (MessageProducer producer =
                mallory.session().createProducer(mallory.session().createQueue("worker.tasks"))) {
            producer.send(envelope("task", "{}"), DeliveryMode.NON_PERSISTENT, 4, 10_000);
        } catch (JMSException refused) {
            assertThat(refused).hasMessageContaining(NAME);
        }

        assertThat(platform.cli(Service.SERVER, count("worker.tasks"))).contains("\"result\" => 0L");
    }

    @Test
    void aHugeMessageIsDroppedUnreadAndLeavesNothingBehind() throws JMSException {
        BytesMessage huge = envelope("report", "");
        huge.setObjectProperty("JMS_AMQ_InputStream", new ByteArrayInputStream(new byte[HUGE]));

        say(huge);

        Await.until(
                "it was dropped, and what lay on the disk is gone",
                Plugins.PATIENCE,
                () -> platform.log(Service.SERVER).contains("PEEK-3309 message of node '" + NAME + "' dropped")
                        && largeMessages() == 0,
                Boolean::booleanValue);
        assertThat(platform.connected()).contains(Platform.EVERYWHERE);
    }

    private long largeMessages() {
        try (Stream<Path> files = Files.walk(platform.data(Service.SERVER).resolve("activemq/largemessages"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFloodOfTemporaryQueuesMakesNone() throws JMSException {
        String queues = "/subsystem=messaging-activemq/server=default:read-attribute(name=active)";
        for (int i = 0; i < 500; i++) {
            assertThatThrownBy(() -> mallory.session().createTemporaryQueue()).isInstanceOf(JMSException.class);
        }

        assertThat(platform.cli(Service.SERVER, queues)).contains("true");
        assertThat(platform.connected()).contains(Platform.EVERYWHERE);
    }

    // ---- revoked

    @Test
    void aRevokedAgentIsOutWithinFiveSecondsAndStaysOut() throws JMSException {
        long lost = System.nanoTime();
        platform.rest().post("/api/v1/nodes/" + NAME + "/revoke").expecting(204);

        Await.until("its connection is closed", SOON, this::isOut, Boolean::booleanValue);
        assertThat(Duration.ofNanos(System.nanoTime() - lost)).isLessThan(SOON);
        assertThatThrownBy(this::connect).isInstanceOf(JMSException.class);
        assertThat(platform.cli(
                        Service.SERVER,
                        "/subsystem=messaging-activemq/server=default:read-children-names(child-type=jms-queue)"))
                .doesNotContain(NAME);
    }

    private boolean isOut() {
        try {
            say(envelope("goodbye", ""));
            return false;
        } catch (JMSException out) {
            return true;
        }
    }
}
