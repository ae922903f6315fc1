package org.peekplatform.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Registration;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.Access;
import org.peekplatform.api.live.Tuple;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.wire.SelectorKey;
import org.peekplatform.runtime.hook.DirectContext;

class PartTuplesTest {
    private static final User ANN = new User("ann", Set.of("writer"));
    private static final TupleSelector ALL = TupleSelector.of(Reading.class);

    @Tuple
    record Reading(int celsius) {}

    @Tuple("Other_name")
    record Odd(int x) {}

    record Bare(int x) {}

    record RoomChanged(String room) {}

    private final ManualThreads threads = new ManualThreads();
    private final List<String> published = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean inTransaction;
    private final List<String> loaded = new ArrayList<>();
    private final TupleBook book =
            new TupleBook((update, listeners) -> published.add(update.key()), threads, threads, new LiveCounters());
    private final PartTuples tuples =
            new PartTuples("noop", new DirectContext(), registration -> registration, book, this::afterCommit);

    private void afterCommit(Runnable work) {
        if (inTransaction) {
            afterCommit.add(work);
        } else {
            work.run();
        }
    }

    private Registration provide() {
        return tuples.provide(Reading.class, Access.signedIn(), selector -> {
            loaded.add(SelectorKey.of("noop", selector).text());
            return List.of(new Reading(21));
        });
    }

    private void observe(String key) {
        book.observe("client1", SelectorKey.parse(key).orElseThrow());
        threads.settle();
    }

    @Test
    void offersUnderThePluginsName() {
        provide();
        observe("noop.Reading?room=7");

        assertThat(published).containsExactly("noop.Reading?room=7");
    }

    @Test
    void isOfferedOnceUntilItIsTakenBack() {
        Registration first = provide();
        assertThatIllegalStateException().isThrownBy(this::provide).withMessageContaining("PEEK-4214 'noop.Reading'");
        first.close();
        assertThat(book.offers("noop.Reading")).isFalse();
        provide();
    }

    @Test
    void refusesATypeThatNoDeviceCouldName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tuples.provide(Bare.class, Access.signedIn(), selector -> List.of()))
                .withMessageContaining("PEEK-4213");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tuples.provide(Odd.class, Access.signedIn(), selector -> List.of()))
                .withMessageContaining("PEEK-4244")
                .withMessageContaining("noop.Other_name");
    }

    @Test
    void deniesWhenTheRuleSaysNoOrFails() {
        List<Access<TupleSelector>> rules = List.of(
                Access.role("reader"),
                Access.when((user, selector) -> selector.keys().containsKey("mine")),
                (user, selector) -> {
                    throw new IllegalStateException("rule is broken");
                },
                (user, selector) -> {
                    throw new NoClassDefFoundError("org/example/Gone");
                });
        for (Access<TupleSelector> rule : rules) {
            try (Registration registration = tuples.provide(Reading.class, rule, selector -> List.of())) {
                assertThat(registration).isNotNull();
                assertThat(book.refusal(ANN, SelectorKey.of("noop", ALL))).isPresent();
            }
        }
        tuples.provide(Reading.class, Access.role("reader", "writer"), selector -> List.of());
        assertThat(book.refusal(ANN, SelectorKey.of("noop", ALL))).isEmpty();
    }

    @Test
    void tellsOfChangesWhenTheTransactionHasCommitted() {
        provide();
        observe("noop.Reading");
        loaded.clear();
        inTransaction = true;
        tuples.changed(ALL);
        tuples.changedAll(Reading.class);
        threads.settle();
        assertThat(loaded).isEmpty();

        afterCommit.forEach(Runnable::run);
        threads.settle();
        assertThat(loaded).containsExactly("noop.Reading");
    }

    @Test
    void letsMappersNameWhatAnEventChanges() {
        provide();
        observe("noop.Reading?room=7");
        observe("noop.Reading?room=8");
        loaded.clear();
        Registration mapping = tuples.map(RoomChanged.class, (event, observed) -> {
            assertThat(observed).hasSize(2);
            return Stream.of(ALL.with("room", event.room()), ALL.with("room", event.room()));
        });
        tuples.happened(new RoomChanged("8"));
        tuples.happened("nobody maps this");
        threads.settle();
        assertThat(loaded).containsExactly("noop.Reading?room=8");

        mapping.close();
        tuples.happened(new RoomChanged("7"));
        threads.settle();
        assertThat(loaded).hasSize(1);
    }

    @Test
    void mapsForWhoBeganToObserveBeforeTheTransactionCommitted() {
        provide();
        tuples.map(RoomChanged.class, (event, observed) -> observed.stream());
        inTransaction = true;
        tuples.happened(new RoomChanged("7"));
        observe("noop.Reading?room=7");
        afterCommit.forEach(Runnable::run);
        threads.settle();

        assertThat(loaded).as("what it loaded first was from before the commit").hasSize(2);
    }
}
