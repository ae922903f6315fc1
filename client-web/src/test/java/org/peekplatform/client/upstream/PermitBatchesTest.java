package org.peekplatform.client.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.wire.Requests;

class PermitBatchesTest {
    private final List<Requests.PermitAll> sent = new ArrayList<>();
    private final List<CompletableFuture<Requests.PermittedAll>> due = new ArrayList<>();
    private final PermitBatches batches = new PermitBatches(this::send, Runnable::run);

    private CompletableFuture<Requests.PermittedAll> send(Requests.PermitAll questions) {
        sent.add(questions);
        CompletableFuture<Requests.PermittedAll> answer = new CompletableFuture<>();
        due.add(answer);
        return answer;
    }

    private static Requests.Permitted named(String name) {
        return new Requests.Permitted(Optional.of(new User(name, Set.of())), List.of());
    }

    private List<CompletableFuture<Requests.Permitted>> asked(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> batches.ask(new Requests.Permit("s" + i, List.of())))
                .toList();
    }

    private void answer(int message) {
        due.get(message)
                .complete(new Requests.PermittedAll(sent.get(message).permits().stream()
                        .map(question -> named("user of " + question.session()))
                        .toList()));
    }

    @Test
    void putsQuestionsTogetherThatComeWhileOthersAreOnTheirWay() {
        List<CompletableFuture<Requests.Permitted>> answers = asked(0, 2_000);
        for (int message = 0; message < due.size(); message++) {
            answer(message);
        }

        assertThat(sent).hasSize(4 + 4);
        for (int i = 0; i < 2_000; i++) {
            assertThat(answers.get(i)).isCompletedWithValue(named("user of s" + i));
        }
    }

    @Test
    void hasFourMessagesOnTheirWayAtMost() {
        asked(0, 10);
        assertThat(sent).hasSize(4);
        answer(1);
        assertThat(sent).hasSize(5);
        assertThat(sent.get(4).permits()).hasSize(6);
    }

    @Test
    void tellsEveryAskerThatTheServerIsAwayAndGoesOn() {
        List<CompletableFuture<Requests.Permitted>> answers = asked(0, 6);
        due.get(0).completeExceptionally(new IllegalStateException("away"));
        assertThat(answers.get(0)).isCompletedExceptionally();
        assertThat(answers.get(1)).isNotDone();
        answer(4);
        assertThat(answers.get(4)).isCompletedWithValue(named("user of s4"));
    }

    @Test
    void answersNobodyWithTheAnswerOfAnother() {
        List<CompletableFuture<Requests.Permitted>> answers = asked(0, 6);
        answer(0);
        due.get(4).complete(new Requests.PermittedAll(List.of(named("user of s4"))));

        assertThat(answers.get(4)).isCompletedWithValue(named("user of s4"));
        assertThat(answers.get(5)).isCompletedExceptionally();
    }

    @Test
    void goesOnWhenThereWasNoThread() {
        AtomicBoolean suspended = new AtomicBoolean(true);
        PermitBatches patient = new PermitBatches(this::send, task -> {
            if (suspended.get()) {
                throw new RejectedExecutionException("suspended");
            }
            task.run();
        });
        for (int i = 0; i < 10; i++) {
            assertThat(patient.ask(new Requests.Permit("s", List.of()))).isCompletedExceptionally();
        }
        suspended.set(false);
        CompletableFuture<Requests.Permitted> later = patient.ask(new Requests.Permit("s1", List.of()));
        answer(0);
        assertThat(later).isCompletedWithValue(named("user of s1"));
    }

    @Test
    void goesOnWhenTheLinkItselfThrows() {
        PermitBatches broken = new PermitBatches(
                questions -> {
                    throw new IllegalStateException("no session");
                },
                Runnable::run);
        for (int i = 0; i < 10; i++) {
            assertThat(broken.ask(new Requests.Permit("s", List.of()))).isCompletedExceptionally();
        }
    }
}
