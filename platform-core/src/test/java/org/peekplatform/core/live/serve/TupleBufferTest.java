package org.peekplatform.core.live.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.Update;
import org.peekplatform.core.live.wire.LiveFrame;

class TupleBufferTest {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final List<String> upstream = new ArrayList<>();
    private Runnable whileReleasing = () -> {};
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private final TupleBuffer buffer =
            new TupleBuffer(new TupleBuffer.Limits(3, 1_000, GRACE), new Recording(), nanos::get, new LiveCounters());
    private final DeviceConnection connection = new DeviceConnection(
            "c", new DeviceSession("ref", new User("ann", Set.of())), RecordingWire.reading(), nanos::get);

    private final class Recording implements Upstream {
        @Override
        public void observe(Collection<String> keys) {
            keys.forEach(key -> upstream.add("+" + key));
        }

        @Override
        public void release(Collection<String> keys) {
            whileReleasing.run();
            keys.stream().sorted().forEach(key -> upstream.add("-" + key));
        }
    }

    private Subscription subscribed(String key) {
        return buffer.subscribe(connection, key, Optional.empty()).orElseThrow();
    }

    private static Update update(String key, int bytes) {
        return new Update(key, "v" + bytes, LiveFrame.encoded("x".repeat(bytes).getBytes(UTF_8)), Optional.empty());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void asksUpstreamOnceAndAgainWhenNoAnswerComes() {
        subscribed("a");
        subscribed("a");
        pass(Duration.ofSeconds(4));
        buffer.tidy();
        assertThat(upstream).containsExactly("+a");

        pass(Duration.ofSeconds(1));
        buffer.tidy();
        assertThat(upstream).containsExactly("+a", "+a");

        buffer.accept(update("a", 10));
        pass(Duration.ofSeconds(60));
        buffer.tidy();
        assertThat(upstream).hasSize(2);
    }

    @Test
    void releasesAfterTheGraceTimeOnlyWhatNobodyObserves() {
        Subscription one = subscribed("a");
        Subscription other = subscribed("a");
        buffer.accept(update("a", 100));
        buffer.leave(one);
        pass(GRACE);
        buffer.tidy();
        buffer.leave(other);
        pass(GRACE.minusNanos(1));
        buffer.tidy();
        assertThat(upstream).containsExactly("+a");
        assertThat(buffer.bytes()).isEqualTo(100);

        pass(Duration.ofNanos(1));
        buffer.tidy();
        assertThat(upstream).containsExactly("+a", "-a");
        assertThat(buffer.size()).isZero();
        assertThat(buffer.bytes()).isZero();
    }

    @Test
    void keepsWhatIsObservedAgainWithinTheGraceTime() {
        buffer.leave(subscribed("a"));
        pass(GRACE.minusSeconds(1));
        subscribed("a");
        pass(GRACE);
        buffer.tidy();

        assertThat(upstream).doesNotContain("-a");
    }

    @Test
    void countsBytesOfTheNewestValueOnly() {
        subscribed("a");
        buffer.accept(update("a", 100));
        buffer.accept(update("a", 40));
        buffer.accept(update("unknown", 500));

        assertThat(buffer.bytes()).isEqualTo(40);
    }

    @Test
    void makesRoomByWhatNobodyObservesWhenItIsFull() {
        buffer.leave(subscribed("a"));
        subscribed("b");
        subscribed("c");
        subscribed("d");

        assertThat(upstream).containsExactly("+a", "+b", "+c", "-a", "+d");
        assertThat(buffer.size()).isEqualTo(3);
    }

    @Test
    void takesNoFurtherSelectorWhenEverythingIsObserved() {
        subscribed("a");
        subscribed("b");
        subscribed("c");

        assertThat(buffer.subscribe(connection, "d", Optional.empty())).isEmpty();
        assertThat(buffer.subscribe(connection, "a", Optional.empty()))
                .as("it is held already")
                .isPresent();
        assertThat(buffer.size()).isEqualTo(3);
    }

    @Test
    void takesNoFurtherSelectorWhenItsBytesAreFull() {
        Subscription large = subscribed("a");
        buffer.accept(update("a", 1_000));
        assertThat(buffer.subscribe(connection, "b", Optional.empty())).isEmpty();

        buffer.leave(large);
        assertThat(buffer.subscribe(connection, "b", Optional.empty())).isPresent();
        assertThat(buffer.bytes()).isZero();
    }

    @Test
    void doesNotWaitForTheGraceTimeWhenItIsFull() {
        buffer.leave(subscribed("a"));
        subscribed("b");
        buffer.accept(update("b", 1_000));
        buffer.tidy();

        assertThat(upstream).containsExactly("+a", "+b", "-a");
    }

    @Test
    void asksOnceMoreForWhatIsObservedAnewWhileItIsReleased() {
        buffer.leave(subscribed("a"));
        pass(GRACE);
        whileReleasing = () -> subscribed("a");
        buffer.tidy();

        assertThat(upstream).containsExactly("+a", "+a", "-a", "+a");
    }

    @Test
    void prefersAnOldValueToATrouble() {
        subscribed("a");
        Update trouble = new Update("a", "", LiveFrame.encoded(new byte[3]), Optional.empty());
        buffer.accept(trouble);
        assertThat(buffer.version("a")).isEmpty();
        buffer.accept(update("a", 10));
        buffer.accept(trouble);

        assertThat(buffer.version("a")).isEqualTo("v10");
        assertThat(buffer.version("b")).isEmpty();
    }
}
