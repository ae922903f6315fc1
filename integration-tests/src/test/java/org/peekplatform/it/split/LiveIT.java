package org.peekplatform.it.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.Cable;
import org.peekplatform.it.platform.Device;
import org.peekplatform.it.platform.FallbackDevice;
import org.peekplatform.it.platform.FourWildFlys;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;

/** Live data from the server's database to devices and back, while services and their link break. */
@ExtendWith(FourWildFlys.class)
class LiveIT {
    private static final String NOTES = "noop.Note";
    private static final Duration PATIENCE = Plugins.PATIENCE;
    private static final int ACTIONS = 60;
    /** Of the twenty readings that are made in a second. */
    private static final int NEARLY_ALL = 15;

    private static Cable cable;
    private static String propertiesBefore;

    private final Platform platform;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private RestClient session;

    LiveIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    static void putACableBetweenClientAndServer(Platform platform) {
        platform.plugins().removeAll();
        platform.plugins().install(Plugins.built("noop"));
        cable = new Cable(platform.linkPort());
        propertiesBefore = platform.nodeProperties(Service.CLIENT);
        platform.restartWith(
                Service.CLIENT, propertiesBefore + "peek.link.port=" + cable.port() + "\npeek.live.stuck-seconds=3\n");
    }

    @AfterAll
    static void takeTheCableAway(Platform platform) {
        platform.restartWith(Service.CLIENT, propertiesBefore);
        cable.close();
    }

    @BeforeEach
    void signIn() {
        session = platform.device();
    }

    @AfterEach
    void closeDevices() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    private Device device(String... selectors) {
        Device device = new Device(session);
        opened.add(device);
        for (String selector : selectors) {
            device.observe(selector);
        }
        return device;
    }

    private List<Device> devices(int number, String selector) {
        return IntStream.range(0, number).mapToObj(i -> device(selector)).toList();
    }

    /** Readings that change, until their number is reached. */
    private void load(int selectors, int perSecond, int seconds, int bytes) {
        Device starter = device();
        starter.act(
                "noop.StartLoad",
                Map.of("selectors", selectors, "changesPerSecond", perSecond, "seconds", seconds, "bytes", bytes));
        await("load has begun", starter::waiting, left -> left == 0);
        assertThat(starter.refusals()).isEmpty();
    }

    private static <T> void await(String what, Supplier<T> look, Predicate<T> met) {
        Await.until(what, PATIENCE, look, met);
    }

    private static void awaitAll(String what, List<Device> devices, Predicate<Device> met) {
        await(what, () -> devices.stream().filter(met.negate()).count(), missing -> missing == 0);
    }

    private static long numbers(List<Device> devices, String selector) {
        return devices.stream()
                .map(device -> number(device, selector))
                .distinct()
                .count();
    }

    private static long number(Device device, String selector) {
        return device.value(selector).path(0).path("number").asLong(-1);
    }

    private long counter(String name) {
        return platform.counters("client1").path(name).asLong();
    }

    @Test
    void aHundredDevicesOfOneSelectorAreOneRequestToTheServer() {
        String selector = "noop.Reading?series=hundred";
        long before = counter("live.upstream");

        List<Device> hundred = devices(100, selector);

        awaitAll("all have the value", hundred, device -> device.value(selector).isArray());
        await("the service tells of its connections", () -> counter("live.connections"), n -> n == 100);
        assertThat(counter("live.upstream")).isEqualTo(before + 1);
    }

    @Test
    void nothingReachesADeviceThatDoesNotObserve() {
        Device observer = device("noop.Reading?series=load-1");
        Device other = device("noop.Reading?series=load-2");
        Device nobody = device();

        load(1, 50, 2, 100);

        await("the last reading", () -> number(observer, "noop.Reading?series=load-1"), n -> n >= 90);
        assertThat(other.values()).isLessThanOrEqualTo(1);
        assertThat(nobody.values()).isZero();
        assertThat(observer.faults()).isEmpty();
        assertThat(nobody.faults()).isEmpty();
    }

    @Test
    void fiveHundredDevicesAreBackAfterTheClientServiceWasKilledAndNoActionIsLost() {
        String selector = "noop.Reading?series=load-1";
        List<Device> observers = devices(500, selector);
        awaitAll("all observe", observers, device -> device.value(selector).isArray());

        actionsWhile(() -> {
            platform.kill(Service.CLIENT);
            platform.start(Service.CLIENT);
        });

        load(1, 20, 1, 100);
        awaitAll("all hear of changes again", observers, device -> number(device, selector) >= NEARLY_ALL);
        await("all have the same", () -> numbers(observers, selector), different -> different == 1);
        assertThat(observers).allSatisfy(device -> assertThat(device.faults()).isEmpty());
    }

    @Test
    void noActionIsLostWhenTheServerIsKilled() {
        actionsWhile(() -> {
            platform.kill(Service.SERVER);
            platform.start(Service.SERVER);
        });
    }

    @Test
    void noActionIsLostWhenTheLinkBreaks() {
        actionsWhile(() -> {
            cable.cut();
            await("the server misses the client", platform::connected, c -> !c.contains("client1"));
            cable.mend();
        });
    }

    @Test
    void theClientServiceStopsInGoodOrderWhileItsServerCannotBeReached() {
        Device waiting = device(NOTES);
        awaitAll(
                "it sees the notes",
                List.of(waiting),
                device -> device.value(NOTES).isArray());
        cable.cut();
        try {
            waiting.act("noop.AddNote", Map.of("text", "kept until the server is back"));

            platform.stop(Service.CLIENT);
        } finally {
            cable.mend();
        }
        platform.start(Service.CLIENT);

        await("the action is answered", waiting::waiting, left -> left == 0);
        assertThat(waiting.results()).hasSize(1);
    }

    /** Devices write notes; in between something breaks. Each note must be there once in the end, and every device see it. */
    private void actionsWhile(Runnable breaks) {
        List<Device> writers = devices(4, NOTES);
        awaitAll("all see the notes", writers, device -> device.value(NOTES).isArray());
        long before = count();
        String run = "written at " + System.nanoTime() + ", ";
        for (Device writer : writers) {
            IntStream.range(0, ACTIONS)
                    .forEach(i -> writer.act("noop.AddNote", Map.of("text", run + writers.indexOf(writer) + "/" + i)));
        }
        await("some notes are written", () -> writers.get(0).results().size(), done -> done > 3);

        breaks.run();

        awaitAll("all actions are answered", writers, writer -> writer.waiting() == 0);
        platform.awaitConnected(Platform.EVERYWHERE);
        assertThat(writers).allSatisfy(writer -> {
            assertThat(writer.results()).hasSize(ACTIONS);
            assertThat(writer.refusals()).isEmpty();
        });
        List<Long> rows = writers.stream()
                .flatMap(writer -> writer.results().stream())
                .map(note -> note.path("id").asLong())
                .toList();
        assertThat(rows).doesNotHaveDuplicates();
        assertThat(count()).as("rows in the database").isEqualTo(before + 4L * ACTIONS);
        long last = rows.stream().mapToLong(Long::longValue).max().orElseThrow();
        awaitAll("all see the last note", writers, device -> newest(device) == last);
        assertThat(writers).allSatisfy(device -> assertThat(device.faults()).isEmpty());
    }

    private static long newest(Device device) {
        return device.value(NOTES).path(0).path("id").asLong();
    }

    /** Notes in the database, each with the number of its row; none is ever deleted. */
    private long count() {
        Device asker = device();
        return asker.ask("noop.CountNotes", Map.of()).join().path("count").asLong();
    }

    @Test
    void theSameMessagesComeOverPlainHttp() {
        FallbackDevice device = new FallbackDevice(session);
        opened.add(device);
        device.send("{\"t\":\"observe\",\"items\":[{\"s\":\"noop.Reading?series=load-1\"}]}\n\n");
        device.send("{\"t\":\"act\",\"id\":\"one\",\"a\":\"noop.AddNote\",\"n\":1}\n{\"text\":\"over HTTP\"}\n");

        device.awaitMessage("value of noop.Reading", m -> m.contains("\"t\":\"value\",\"s\":\"noop.Reading"));
        device.awaitMessage("answer", m -> m.contains("\"t\":\"done\",\"id\":\"one\"") && m.contains("over HTTP"));
        load(1, 20, 1, 100);
        device.awaitMessage("one of the last readings", m -> m.matches("(?s).*\"number\":1[5-9],.*"));
    }

    @Test
    void whoComesFromAForeignPageOrWithoutASessionIsRefused() {
        assertThatThrownBy(() -> open(session.with("Origin", "http://elsewhere.example")))
                .cause()
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(403));
        assertThatThrownBy(() -> open(session.without("Cookie")))
                .cause()
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(401));
        assertThat(session.without("Cookie")
                        .get("/client/fallback/events?device=x")
                        .status())
                .isEqualTo(401);
    }

    private static void open(RestClient session) {
        Device.open(session, new WebSocket.Listener() {}).join();
    }

    private static int status(Throwable refused) {
        return ((WebSocketHandshakeException) refused).getResponse().statusCode();
    }

    @Test
    void aDeviceThatDoesNotReadIsClosedAndHarmsNobody() {
        String selector = "noop.Reading?series=load-1";
        Device good = device(selector);
        WebSocket deaf = Device.open(session, new WebSocket.Listener() {
                    @Override
                    public void onOpen(WebSocket socket) {
                        // It never asks for a message.
                    }
                })
                .join();
        opened.add(deaf::abort);
        long closed = counter("live.closed.too_slow");
        deaf.sendText("{\"t\":\"hello\",\"protocol\":1,\"device\":\"deaf\"}\n", true)
                .thenCompose(s -> s.sendText("{\"t\":\"observe\",\"items\":[{\"s\":\"" + selector + "\"}]}\n", true))
                .join();

        load(1, 50, 20, 100_000);

        await("the device that does not read is closed", () -> counter("live.closed.too_slow"), n -> n == closed + 1);
        long seen = number(good, selector);
        await("the other one goes on", () -> number(good, selector), n -> n > seen + 20);
        assertThat(good.faults()).isEmpty();
        load(1, 1, 0, 0);
    }

    @Test
    void aMessageThatIsTooLargeClosesTheConnectionInOneFrameAndInFragmentsWithoutAnEnd() {
        String large =
                "{\"t\":\"ask\",\"id\":\"one\",\"q\":\"noop.CountNotes\",\"timeout\":5000}\n" + " ".repeat(1 << 20);
        assertThat(closeCodeAfter(socket -> socket.sendText(large, true))).isEqualTo(1009);

        long heap = platform.heapAfterCollection(Service.CLIENT);
        List<Integer> codes = IntStream.range(0, 8)
                .mapToObj(i -> closeCodeAfter(LiveIT::endlessMessage))
                .toList();

        assertThat(codes).containsOnly(1009);
        assertThat(platform.heapAfterCollection(Service.CLIENT) - heap).isLessThan(8L << 20);
        assertThat(platform.log(Service.CLIENT)).doesNotContain("OutOfMemoryError");
    }

    /** Ten megabytes of a message that does not end with them. */
    private static CompletableFuture<WebSocket> endlessMessage(WebSocket socket) {
        CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(socket);
        for (int i = 0; i < 160; i++) {
            sent = sent.thenCompose(s -> s.sendText(" ".repeat(1 << 16), false));
        }
        return sent;
    }

    private int closeCodeAfter(Function<WebSocket, CompletableFuture<WebSocket>> deed) {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        WebSocket socket = Device.open(session, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                        code.complete(status);
                        return null;
                    }
                })
                .join();
        opened.add(socket::abort);
        socket.sendText("{\"t\":\"hello\",\"protocol\":1,\"device\":\"large\"}\n", true)
                .thenCompose(deed);
        return code.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
