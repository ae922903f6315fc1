package org.peekplatform.core.live.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.live.serve.SimulatedPlatform.key;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.wire.SelectorKey;

/** Book, lane, desk, feed, buffer and connections together, over a network that does what networks do. */
class HealingTest {
    private static final int ROOMS = 6;

    @Test
    void everyDeviceHasTheLastValueAfterWhateverHappened() {
        for (int seed = 0; seed < 250; seed++) {
            SimulatedPlatform platform = new SimulatedPlatform(seed);
            platform.client("client1", 3);
            platform.client("client2", 3);
            platform.loss = seed % 4 * 0.1;

            for (int step = 0; step < 600; step++) {
                platform.step(ROOMS);
                if (platform.random.nextInt(150) == 0) {
                    platform.clients.get(platform.random.nextInt(2)).cut();
                }
                if (platform.random.nextInt(300) == 0) {
                    platform.beginNewLife();
                }
            }
            platform.loss = 0;
            platform.calm();
            platform.quiet(40);

            assertEverybodyIsRight(platform, seed);
            assertNothingIsNamedAnew(platform, seed);
        }
    }

    private static void assertEverybodyIsRight(SimulatedPlatform platform, int seed) {
        for (SimulatedPlatform.Client client : platform.clients) {
            for (SimulatedDevice device : client.devices) {
                for (String key : device.observes()) {
                    String room = SelectorKey.parse(key)
                            .orElseThrow()
                            .selector()
                            .keys()
                            .get("room");
                    assertThat(device.shown.get(key))
                            .as("seed %s, %s of %s", seed, key, client.name)
                            .isEqualTo(Json.mapper().valueToTree(platform.truth.getOrDefault(room, List.of())));
                }
            }
            assertThat(platform.book.keysOf(client.name))
                    .as("seed %s: what the server believes that %s observes", seed, client.name)
                    .containsExactlyInAnyOrderElementsOf(client.devices.stream()
                            .flatMap(device -> device.observes().stream())
                            .distinct()
                            .toList());
        }
    }

    private static void assertNothingIsNamedAnew(SimulatedPlatform platform, int seed) {
        List<Long> before = resyncs(platform);
        platform.quiet(60);
        assertThat(resyncs(platform))
                .as("seed %s: nothing is wrong any more", seed)
                .isEqualTo(before);
    }

    private static List<Long> resyncs(SimulatedPlatform platform) {
        return platform.clients.stream()
                .map(client -> client.counters.get(ServerFeed.RESYNCS))
                .toList();
    }

    @Test
    void namesNothingAnewWhileEverythingChangesAndNothingIsLost() {
        SimulatedPlatform platform = new SimulatedPlatform(7);
        SimulatedPlatform.Client client = platform.client("client1", 5);
        platform.overtaking = false;
        platform.quiet(20);
        long before = client.counters.get(ServerFeed.RESYNCS);

        for (int second = 0; second < 300; second++) {
            for (int step = 0; step < 40; step++) {
                SimulatedDevice device = client.devices.get(platform.random.nextInt(5));
                if (platform.random.nextBoolean()) {
                    device.observe(key(platform.random.nextInt(500)));
                } else {
                    device.observes().stream().sorted().findFirst().ifPresent(device::leave);
                }
                platform.change(platform.random.nextInt(500), List.of(step));
                if (step % 3 == 0) {
                    platform.calm();
                }
            }
            platform.pass(Duration.ofSeconds(1));
            platform.mark(); // with wishes on their way
            platform.threads.settle();
            while (client.takeOne()) {
                // what the server has sent before it hears of them
            }
            platform.tick();
        }

        assertThat(client.counters.get(ServerFeed.RESYNCS)).isEqualTo(before);
    }

    @Test
    void asksTheServerOnceForAnyNumberOfDevices() {
        SimulatedPlatform platform = new SimulatedPlatform(7);
        SimulatedPlatform.Client client = platform.client("client1", 100);
        client.devices.forEach(device -> device.observe(key(1)));
        platform.calm();
        platform.change(1, List.of(1, 2));
        platform.calm();

        assertThat(client.counters.get(TupleBuffer.UPSTREAM)).isEqualTo(1);
        assertThat(platform.serverCounters.get(TupleBook.ENCODED)).isEqualTo(2);
        assertThat(client.devices)
                .allSatisfy(device -> assertThat(device.shown.get(key(1))).hasToString("[1,2]"));
    }

    @Test
    void givesADeviceThatComesLaterWhatIsThereWithoutAskingAgain() {
        SimulatedPlatform platform = new SimulatedPlatform(7);
        SimulatedPlatform.Client client = platform.client("client1", 2);
        platform.change(1, List.of(1));
        client.devices.get(0).observe(key(1));
        platform.calm();
        client.devices.get(1).observe(key(1));

        assertThat(client.devices.get(1).shown.get(key(1))).hasToString("[1]");
    }

    @Test
    void releasesAtTheServerAfterTheGraceTimeAndNotBefore() {
        SimulatedPlatform platform = new SimulatedPlatform(7);
        SimulatedPlatform.Client client = platform.client("client1", 1);
        client.devices.get(0).observe(key(1));
        platform.calm();
        client.devices.get(0).leave(key(1));
        platform.quiet(4);
        assertThat(platform.book.keysOf("client1")).containsExactly(key(1));

        platform.quiet(2);
        assertThat(platform.book.keysOf("client1")).isEmpty();
        assertThat(platform.book.size()).isZero();
        assertThat(client.buffer.size()).isZero();
        assertThat(client.buffer.bytes()).isZero();
    }

    @Test
    void sendsAClientNothingThatItDoesNotObserve() {
        SimulatedPlatform platform = new SimulatedPlatform(7);
        SimulatedPlatform.Client one = platform.client("client1", 1);
        SimulatedPlatform.Client other = platform.client("client2", 1);
        one.devices.get(0).observe(key(1));
        platform.calm();
        platform.change(1, List.of(1));
        platform.change(2, List.of(2));
        platform.calm();

        assertThat(one.counters.get(TupleBuffer.UPDATES)).isEqualTo(2);
        assertThat(other.counters.get(TupleBuffer.UPDATES)).isZero();
        assertThat(other.takeOne()).isFalse();
    }

    @Test
    void forgetsAClientThatIsGoneAndTakesItBackWhenItReturns() {
        SimulatedPlatform platform = new SimulatedPlatform(7);
        SimulatedPlatform.Client client = platform.client("client1", 1);
        client.devices.get(0).observe(key(1));
        platform.quiet(10);
        platform.desk.mark(listener -> false);
        assertThat(platform.book.size()).isZero();

        platform.change(1, List.of(4));
        platform.quiet(20);
        assertThat(client.devices.get(0).shown.get(key(1))).hasToString("[4]");
    }

    @Test
    void noticesThatOneSelectorWasLostAndAnotherOneKept() {
        SimulatedPlatform platform = new SimulatedPlatform(7);
        SimulatedPlatform.Client client = platform.client("client1", 1);
        IntStream.range(0, 5).forEach(room -> client.devices.get(0).observe(key(room)));
        platform.quiet(10);
        platform.book.release("client1", key(1));
        platform.book.observe("client1", SelectorKey.parse(key(99)).orElseThrow());
        platform.change(1, List.of(7));
        platform.quiet(10);

        assertThat(client.devices.get(0).shown.get(key(1))).hasToString("[7]");
        assertThat(platform.book.keysOf("client1")).hasSize(5).doesNotContain(key(99));
    }
}
