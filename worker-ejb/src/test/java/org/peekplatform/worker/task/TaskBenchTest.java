package org.peekplatform.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Registration;
import org.peekplatform.api.task.TaskPerformer;
import org.peekplatform.api.task.TaskProgress;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.core.kit.Await;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskResults.Ending;
import org.peekplatform.runtime.task.TaskResults.Result;

class TaskBenchTest {
    private static final TaskType<Integer, Integer> TWICE = new TaskType<>("twice", Integer.class, Integer.class);
    private static final TaskKind KIND = new TaskKind("noop", "twice");

    private final TaskPerformers performers = new TaskPerformers();
    private final TaskBench bench = new TaskBench(performers, Clock.systemUTC());

    private static final class Direct implements PartContext {
        @Override
        public <T> T call(Callable<T> code) throws Exception {
            return code.call();
        }
    }

    private Registration register(TaskPerformer<Integer, Integer> performer) {
        return performers.register(KIND, TWICE, performer, new Direct());
    }

    private static TaskMessage task(String id) {
        return new TaskMessage(id, "noop", "twice", 0, Duration.ofMinutes(1), "21");
    }

    private Result perform(String id) {
        return bench.perform(task(id), 1).orElseThrow();
    }

    @Test
    void performsATask() {
        register((number, task) -> 2 * number);

        Result result = perform("t");

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.output()).contains("42");
    }

    @Test
    void answersATaskThatThrowsWithItsReasonAndPlace() {
        register((number, task) -> {
            throw new IllegalStateException("no number today");
        });

        Result result = perform("t");

        assertThat(result.ending()).isEqualTo(Ending.FAILED);
        assertThat(result.failure().orElseThrow()).contains("no number today");
        assertThat(result.trace().orElseThrow()).contains("TaskBenchTest");
    }

    @Test
    void answersATaskThatEndsInAnError() {
        register((number, task) -> {
            throw new AssertionError("this cannot be");
        });

        assertThat(perform("t").ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void givesBackWhatNobodyHerePerforms() {
        assertThat(perform("t").ending()).isEqualTo(Ending.RETURNED);
    }

    @Test
    void doesNotTouchATaskWithWhichThreeWorkersWereLost() {
        register((number, task) -> {
            throw new AssertionError("it was begun");
        });

        Result result = bench.perform(task("t"), 4).orElseThrow();

        assertThat(result.ending()).isEqualTo(Ending.POISONED);
        assertThat(result.failure().orElseThrow()).contains("3 workers were lost");
    }

    @Test
    void interruptsATaskThatNobodyWantsAnyMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        register((number, task) -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return number;
        });
        CompletableFuture<Result> result = CompletableFuture.supplyAsync(() -> perform("t"));
        begun.await();

        bench.stop(List.of("t"));

        assertThat(result.get().ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void doesNotBeginWhatWasCancelledOnItsWay() {
        register((number, task) -> {
            throw new AssertionError("it was begun");
        });
        bench.stop(List.of("t"));

        assertThat(perform("t").ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void leavesNoInterruptBehindForTheNextTask() {
        register((number, task) -> {
            bench.stop(List.of(task.id()));
            return number;
        });
        perform("t");

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void performsATaskOnceThatComesTwice() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        register((number, task) -> {
            begun.countDown();
            end.await();
            return number;
        });
        CompletableFuture<Result> first = CompletableFuture.supplyAsync(() -> perform("t"));
        begun.await();

        assertThat(bench.perform(task("t"), 2)).isEmpty();
        end.countDown();
        assertThat(first.get().ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void tellsWhatItHoldsAndHowFarItIs() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        register((number, task) -> {
            task.progress(new TaskProgress(0.25, "a quarter"));
            end.await();
            return number;
        });
        CompletableFuture<Result> result = CompletableFuture.supplyAsync(() -> perform("t"));
        Await.until(() -> note().equals(Optional.of("a quarter")));

        end.countDown();
        result.get();
        assertThat(bench.beat(8).held()).as("until the server has the result").hasSize(1);
        assertThat(note()).isEmpty();
        bench.confirmed("t");

        assertThat(bench.beat(8).held()).isEmpty();
        assertThat(bench.beat(8).performed()).containsExactly(KIND);
    }

    private Optional<String> note() {
        return bench.beat(8).held().stream()
                .findFirst()
                .flatMap(held -> held.progress())
                .map(TaskProgress::note);
    }
}
