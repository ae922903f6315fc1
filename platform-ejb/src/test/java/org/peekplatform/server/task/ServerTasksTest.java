package org.peekplatform.server.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.task.SubmittedTask;
import org.peekplatform.api.task.TaskCancelledException;
import org.peekplatform.api.task.TaskFailedException;
import org.peekplatform.api.task.TaskOutcome;
import org.peekplatform.api.task.TaskProgress;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.task.Crew;
import org.peekplatform.core.task.TaskBeat;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskRequests;
import org.peekplatform.runtime.task.TaskResults.Ending;
import org.peekplatform.server.task.TaskRoom.Sum;

class ServerTasksTest {
    private final TaskRoom room = new TaskRoom();

    private SubmittedTask<Integer> submit() {
        return room.tasks.submit(TaskRoom.SUM, new Sum(1, 2), TaskRoom.OPTIONS);
    }

    private static <T> T join(SubmittedTask<T> task) {
        return task.result().toCompletableFuture().join();
    }

    private static boolean isOpen(SubmittedTask<?> task) {
        return !task.result().toCompletableFuture().isDone();
    }

    private TaskState state(String id) {
        return room.tasks.find(id).orElseThrow().state();
    }

    @Test
    void givesATaskToAWorkerAndItsResultToThePlugin() {
        room.beat();
        SubmittedTask<Integer> task = submit();

        room.done(room.take(), 3);

        assertThat(join(task)).isEqualTo(3);
        assertThat(state(task.id())).isEqualTo(TaskState.DONE);
    }

    @Test
    void waitsForAWorkerThatPerformsIt() {
        SubmittedTask<Integer> task = submit();
        assertThat(room.queue).isEmpty();

        room.beat();

        assertThat(room.queue).containsOnlyKeys(task.id());
    }

    @Test
    void acceptsAResultOnce() {
        room.beat();
        SubmittedTask<Integer> task = submit();
        TaskMessage taken = room.take();

        room.done(taken, 3);
        room.done(taken, 4);

        assertThat(room.server.book().row(task.id()).orElseThrow().output()).contains("3");
    }

    @Test
    void keepsATaskOverACrashAndGivesItOutWhenTheWorkersHaveSpoken() {
        room.beat();
        String id = submit().id();

        room.start();
        room.round();
        assertThat(room.queue).as("a worker may still perform it").isEmpty();
        room.beat();
        room.round();

        assertThat(room.queue).containsOnlyKeys(id);
    }

    @Test
    void doesNotGiveOutAgainWhatAWorkerStillPerformsAfterACrash() {
        room.beat();
        String id = submit().id();
        TaskMessage taken = room.take();

        room.start();
        room.beat(new TaskBeat.Held(id, 0, room.clock.instant(), Optional.of(TaskProgress.NONE)));
        room.round();
        assertThat(room.queue).isEmpty();
        room.done(taken, 3);

        assertThat(state(id)).isEqualTo(TaskState.DONE);
    }

    @Test
    void sendsAgainWhatGotLostWithAWorker() {
        room.beat();
        String id = submit().id();
        room.take();

        room.clock.advance(Duration.ofSeconds(7));
        room.beat();
        room.round();
        room.round();
        room.round();

        assertThat(room.queue).containsOnlyKeys(id);
    }

    @Test
    void triesAgainWhatFailedAfterAPauseThatGrows() {
        room.beat();
        SubmittedTask<Integer> task =
                room.tasks.submit(TaskRoom.SUM, new Sum(1, 2), TaskRoom.OPTIONS.withRetries(2, Duration.ofSeconds(10)));
        room.failed(room.take(), Ending.FAILED);
        room.round();
        assertThat(room.queue).isEmpty();

        room.clock.advance(Duration.ofSeconds(11));
        room.beat();
        room.round();
        TaskMessage second = room.take();
        assertThat(second.attempt()).isEqualTo(1);
        room.failed(second, Ending.FAILED);
        room.clock.advance(Duration.ofSeconds(11));
        room.round();
        assertThat(room.queue).as("the second pause is 20 seconds").isEmpty();
        room.clock.advance(Duration.ofSeconds(10));
        room.beat();
        room.round();
        room.failed(room.take(), Ending.FAILED);

        assertThatThrownBy(() -> join(task))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TaskFailedException.class)
                .hasMessageContaining("it broke");
        assertThat(state(task.id())).isEqualTo(TaskState.FAILED);
    }

    @Test
    void ignoresTheResultOfAnAttemptThatWasGivenUp() {
        room.beat();
        SubmittedTask<Integer> task =
                room.tasks.submit(TaskRoom.SUM, new Sum(1, 2), TaskRoom.OPTIONS.withRetries(1, Duration.ofSeconds(10)));
        TaskMessage first = room.take();
        room.failed(first, Ending.FAILED);

        room.done(first, 99);

        assertThat(isOpen(task)).isTrue();
        assertThat(state(task.id())).isEqualTo(TaskState.WAITING);
    }

    @Test
    void failsATaskWhoseTimeRanOutAndSaysWhy() {
        SubmittedTask<Integer> task = submit();

        room.clock.advance(TaskRoom.OPTIONS.timeout().plusSeconds(1));
        room.round();

        assertThatThrownBy(() -> join(task)).hasMessageContaining("no result within PT5M; no worker performs 'sum'");
    }

    @Test
    void tellsTheWorkerToStopWhatWasCancelled() {
        room.beat();
        SubmittedTask<Integer> task = submit();
        TaskMessage taken = room.take();

        assertThat(room.tasks.cancel(task.id())).isTrue();
        room.done(taken, 3);

        assertThatThrownBy(() -> join(task)).hasCauseInstanceOf(TaskCancelledException.class);
        assertThat(state(task.id())).isEqualTo(TaskState.CANCELLED);
        assertThat(room.told)
                .anySatisfy(message -> assertThat(Json.read(message.body(), TaskRequests.Stop.class)
                                .ids())
                        .containsExactly(task.id()));
        assertThat(room.tasks.cancel(task.id())).as("twice").isFalse();
    }

    @Test
    void joinsAnEqualTaskThatHasNotEnded() {
        room.beat();
        var options = TaskRoom.OPTIONS.withUniqueKey("nightly");
        SubmittedTask<Integer> first = room.tasks.submit(TaskRoom.SUM, new Sum(1, 2), options);
        SubmittedTask<Integer> second = room.tasks.submit(TaskRoom.SUM, new Sum(1, 2), options);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(room.queue).hasSize(1);

        room.done(room.take(), 3);
        assertThat(join(first)).isEqualTo(3);
        assertThat(join(second)).isEqualTo(3);

        assertThat(room.tasks.submit(TaskRoom.SUM, new Sum(1, 2), options).id()).isNotEqualTo(first.id());
    }

    @Test
    void beginsADelayedTaskWhenItIsDue() {
        room.beat();
        room.tasks.submit(TaskRoom.SUM, new Sum(1, 2), TaskRoom.OPTIONS.withDelay(Duration.ofSeconds(30)));
        room.round();
        assertThat(room.queue).isEmpty();

        room.clock.advance(Duration.ofSeconds(31));
        room.beat();
        room.round();

        assertThat(room.queue).hasSize(1);
    }

    @Test
    void sendsLaterWhatTheBrokerDidNotTake() {
        room.beat();
        room.brokerIsAway = true;
        String id = submit().id();
        assertThat(room.queue).isEmpty();

        room.brokerIsAway = false;
        room.round();

        assertThat(room.queue).containsOnlyKeys(id);
    }

    @Test
    void tellsAPluginWhatBecameOfATaskAfterARestart() {
        room.beat();
        String id = room.tasks
                .submit(TaskRoom.SUM, new Sum(1, 2), TaskRoom.OPTIONS.withCallback())
                .id();
        TaskMessage taken = room.take();
        room.start();
        room.beat();
        room.done(taken, 3);
        room.round();

        List<TaskOutcome<Integer>> heard = new ArrayList<>();
        room.tasks.onResult(TaskRoom.SUM, heard::add);
        room.round();
        room.round();

        assertThat(heard).containsExactly(new TaskOutcome<>(id, TaskState.DONE, Optional.of(3), Optional.empty()));
    }

    @Test
    void callsAgainWhenACallbackThrows() {
        room.beat();
        room.tasks.submit(TaskRoom.SUM, new Sum(1, 2), TaskRoom.OPTIONS.withCallback());
        room.done(room.take(), 3);
        List<TaskOutcome<Integer>> heard = new ArrayList<>();
        room.tasks.onResult(TaskRoom.SUM, outcome -> {
            heard.add(outcome);
            if (heard.size() == 1) {
                throw new IllegalStateException("not now");
            }
        });

        room.round();
        assertThat(heard).hasSize(1);
        room.clock.advance(Duration.ofSeconds(2));
        room.round();
        room.round();

        assertThat(heard).hasSize(2);
    }

    @Test
    void triesADeadTaskAgainWhenAnAdministratorSaysSo() {
        room.beat();
        String id = submit().id();
        room.failed(room.take(), Ending.FAILED);
        assertThat(state(id)).isEqualTo(TaskState.FAILED);

        assertThat(room.server.book().replay(id)).isTrue();
        room.done(room.take(), 3);

        assertThat(state(id)).isEqualTo(TaskState.DONE);
    }

    @Test
    void saysWhoPerformsATaskAndHowFarItIs() {
        room.beat();
        String id = submit().id();
        room.take();

        room.beat(new TaskBeat.Held(id, 0, room.clock.instant(), Optional.of(new TaskProgress(0.5, "half"))));

        var status = room.tasks.find(id).orElseThrow();
        assertThat(status.state()).isEqualTo(TaskState.RUNNING);
        assertThat(status.progress().note()).isEqualTo("half");
        assertThat(status.worker()).contains(TaskRoom.WORKER);
        room.clock.advance(Crew.GONE_AFTER.plusSeconds(1));
        assertThat(state(id)).as("its worker is gone").isEqualTo(TaskState.WAITING);
    }

    @Test
    void showsNoSecretOfTheInput() {
        String id = room.tasks
                .submit(TaskRoom.SUM, new Sum(1, 2, "hunter2"), TaskRoom.OPTIONS)
                .id();

        assertThat(room.server.book().row(id).orElseThrow().shown())
                .isEqualTo("{\"a\":1,\"b\":2,\"password\":\"****\"}");
    }

    @Test
    void showsATaskToItsPluginOnly() {
        String id = submit().id();
        var other = room.server.of("other", new TaskRoom.Direct(), registration -> registration);

        assertThat(other.find(id)).isEmpty();
        assertThat(other.cancel(id)).isFalse();
    }

    @Test
    void refusesAnInputThatIsTooLarge() {
        String large = "x".repeat(1_100_000);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> room.tasks.submit(TaskRoom.SUM, new Sum(1, 2, large), TaskRoom.OPTIONS))
                .withMessageContaining("PEEK-4011");
    }
}
