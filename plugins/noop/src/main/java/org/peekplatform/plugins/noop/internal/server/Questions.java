package org.peekplatform.plugins.noop.internal.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.peekplatform.api.PeekException;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Target;
import org.peekplatform.api.hook.ServerPlatform;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.plugins.noop.internal.storage.Visit;
import org.peekplatform.plugins.noop.internal.tuple.Addition;
import org.peekplatform.plugins.noop.internal.tuple.Addition.Sum;
import org.peekplatform.plugins.noop.internal.tuple.AgentEcho;
import org.peekplatform.plugins.noop.internal.tuple.Echo;
import org.peekplatform.plugins.noop.internal.tuple.WorkerDiary;

/** Asks the parts. Each question waits for at most its timeout and says what came of it. */
final class Questions {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Addition ADDITION = new Addition(List.of(1L, 2L, 3L, 4L));

    private final ServerPlatform platform;
    private final VisitBook visits;
    private final PulseBook pulses;
    private final Clock clock;

    Questions(ServerPlatform platform, VisitBook visits, PulseBook pulses, Clock clock) {
        this.platform = platform;
        this.visits = visits;
        this.pulses = pulses;
        this.clock = clock;
    }

    /** All of them. The worker works while the others are asked. */
    Answers askAll() {
        Supplier<PartAnswer> worker = beginWork();
        return new Answers(askAgent(), worker.get(), askDatabase(), askWorkerDatabase(), askClient());
    }

    private PartAnswer askAgent() {
        Instant asked = clock.instant();
        try {
            Echo echo = platform.calls()
                    .to(Target.any(Service.AGENT), AgentEcho.class, PATIENCE)
                    .echo("there and back");
            return new PartAnswer.Given(echo.text(), echo.instance(), since(asked));
        } catch (PeekException e) {
            return new PartAnswer.Missing(e.getMessage());
        }
    }

    private Supplier<PartAnswer> beginWork() {
        Instant asked = clock.instant();
        try {
            CompletionStage<Done> done = platform.tasks()
                    .submit(Addition.TASK, ADDITION, TaskOptions.within(PATIENCE))
                    .result()
                    .thenApply(sum -> new Done(sum, since(asked)));
            return () -> endOf(done);
        } catch (PeekException e) {
            return () -> new PartAnswer.Missing(e.getMessage());
        }
    }

    private PartAnswer endOf(CompletionStage<Done> work) {
        try {
            Done done = work.toCompletableFuture().join();
            return new PartAnswer.Given(
                    "1 + 2 + 3 + 4 = " + done.sum().value(), done.sum().instance(), done.latency());
        } catch (CompletionException e) {
            return new PartAnswer.Missing(e.getCause().getMessage());
        }
    }

    private PartAnswer askDatabase() {
        Instant asked = clock.instant();
        Visit visit = visits.add("the admin page");
        String row = "row " + visit.id() + ", " + visit.visitor() + " at "
                + visit.visitedAt().truncatedTo(ChronoUnit.SECONDS);
        return new PartAnswer.Given(row, platform.instance(), since(asked));
    }

    private PartAnswer askWorkerDatabase() {
        Instant asked = clock.instant();
        try {
            WorkerDiary.Written written = platform.calls()
                    .to(Target.any(Service.WORKER), WorkerDiary.class, PATIENCE)
                    .write("a worker");
            String row = "row " + written.row() + ", " + written.visitor() + ", one of " + written.rows();
            return new PartAnswer.Given(row, written.instance(), since(asked));
        } catch (PeekException e) {
            return new PartAnswer.Missing(e.getMessage());
        }
    }

    private PartAnswer askClient() {
        return pulses.latest(clock.instant())
                .<PartAnswer>map(pulse -> new PartAnswer.Given(
                        "saw " + pulse.visitsSeen() + " visits",
                        pulse.instance(),
                        Duration.ofMillis(pulse.latencyMillis())))
                .orElseGet(() -> new PartAnswer.Missing("no client called in the last 30 seconds."));
    }

    private Duration since(Instant asked) {
        return Duration.between(asked, clock.instant());
    }

    private record Done(Sum sum, Duration latency) {}
}
