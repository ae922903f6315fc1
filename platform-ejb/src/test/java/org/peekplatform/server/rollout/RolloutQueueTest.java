package org.peekplatform.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.PeekException;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.server.database.MemoryDatabase;
import org.peekplatform.server.rollout.Operation.State;

class RolloutQueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PROPAGATE = "Bring the plugin to all instances";

    @TempDir
    Path home;

    private FakePlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform(MemoryDatabase.source(), home);
    }

    private static BuiltArchive plugin(String id) {
        return PluginArchiveBuilder.named(id).everywhere().build();
    }

    private static String id(Order order) {
        return ((Order.Taken) order).operation().id();
    }

    private Operation operation(FakePlatform on, Order order) {
        return on.operations.find(id(order)).orElseThrow();
    }

    @Test
    void whatIsUnderWayWhenTheServerGoesDownIsNotMarkedAndGoesOnInItsNextLife() throws Exception {
        Order running = platform.silent("agent1").order(plugin("noop"));
        Order waiting = platform.order(plugin("other"));
        CompletableFuture<Void> work = CompletableFuture.runAsync(platform::settle);
        awaitStep(running, PROPAGATE);
        long said = platform.catalogue.plugin("noop").orElseThrow().revision();

        assertThat(platform.rollout.close(LONG)).isTrue();

        work.get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(operation(platform, running).state()).isEqualTo(State.RUNNING);
        assertThat(operation(platform, running).ended()).isEmpty();
        assertThat(operation(platform, waiting).state()).isEqualTo(State.QUEUED);

        FakePlatform next = platform.again();
        assertThat(operation(next, running).state()).isEqualTo(State.DONE);
        assertThat(operation(next, waiting).state()).isEqualTo(State.DONE);
        assertThat(next.versions("noop")).containsEntry("agent1", "1.0.0 RUNNING");
        assertThat(next.catalogue.plugin("noop").orElseThrow().revision())
                .as("what an instance said while it went down is not about this attempt")
                .isGreaterThan(said);
    }

    @Test
    void anOrderThatComesWhileTheServerGoesDownIsCarriedOutByItsNextLife() throws IOException {
        assertThat(platform.rollout.close(LONG)).isTrue();
        Order late = platform.order(plugin("noop"));
        platform.settle();
        assertThat(operation(platform, late).state()).isEqualTo(State.QUEUED);

        assertThat(operation(platform.again(), late).state()).isEqualTo(State.DONE);
    }

    @Test
    void nothingIsCarriedOutAsLongAsAnOldDeploymentIsInTheMiddleOfAStep() throws IOException {
        List<State> beside = new ArrayList<>();
        Order order = platform.order(plugin("noop"));
        Turn old = new Turn(home.resolve("turn.lock"));

        assertThat(old.tryTake(() -> {
                    CompletableFuture<Void> work = CompletableFuture.runAsync(platform::settle);
                    assertThat(platform.rollout.close(LONG)).isTrue();
                    work.join();
                    beside.add(operation(platform, order).state());
                }))
                .isTrue();

        assertThat(beside).containsExactly(State.QUEUED);
        assertThat(operation(platform.again(), order).state()).isEqualTo(State.DONE);
    }

    @Test
    void theNextOrderHasItsTurnAfterADatabaseError() throws IOException {
        Order first = platform.order(plugin("noop"));
        Order second = platform.order(plugin("other"));
        platform.database.update("alter table peek.audit rename to lost");

        assertThatExceptionOfType(PeekException.class)
                .isThrownBy(platform::settle)
                .withMessageContaining("PEEK-5001");
        platform.database.update("alter table peek.lost rename to audit");
        platform.settle();

        assertThat(operation(platform, first).state()).isEqualTo(State.FAILED);
        assertThat(operation(platform, second).state()).isEqualTo(State.DONE);
    }

    private void awaitStep(Order order, String step) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (operation(platform, order).steps().stream()
                .noneMatch(s -> s.name().equals(step) && s.state() == State.RUNNING)) {
            assertThat(System.nanoTime())
                    .as("step '" + step + "' within " + LONG)
                    .isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
