package org.peekplatform.core.live.provide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.core.kit.LogRecords;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.wire.SelectorKey;

class TupleBookTest {
    private static final String TYPE = "noop.Reading";
    private static final SelectorKey SEVEN =
            SelectorKey.parse("noop.Reading?room=7").orElseThrow();
    private static final SelectorKey EIGHT =
            SelectorKey.parse("noop.Reading?room=8").orElseThrow();

    private final ManualThreads threads = new ManualThreads();
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final LiveCounters counters = new LiveCounters();
    private final TupleBook book = new TupleBook(outlet, threads, threads, counters);
    private final FakeSource source = new FakeSource(1);

    private void observed(String... listeners) {
        book.offer(TYPE, source);
        for (String listener : listeners) {
            book.observe(listener, SEVEN);
        }
        threads.settle();
    }

    private void changedTo(Object... value) {
        source.value = List.of(value);
        book.changed(SEVEN.text());
        threads.settle();
    }

    @Test
    void loadsAndEncodesOnceForAnyNumberOfListeners() {
        book.offer(TYPE, source);
        IntStream.range(0, 100).forEach(i -> book.observe("client" + i, SEVEN));
        threads.settle();

        assertThat(counters.get(TupleBook.LOADED)).isEqualTo(1);
        assertThat(counters.get(TupleBook.ENCODED)).isEqualTo(1);
        assertThat(outlet.sent).hasSize(1);
        assertThat(outlet.last().listeners()).hasSize(100);
        assertThat(outlet.last().text())
                .startsWith("{\"t\":\"value\",\"s\":\"noop.Reading?room=7\"")
                .endsWith("\n[1]");

        changedTo(2);
        assertThat(counters.get(TupleBook.LOADED)).isEqualTo(2);
        assertThat(outlet.sent).hasSize(2);
    }

    @Test
    void givesALaterListenerTheValueThatIsThereAndNobodyElse() {
        observed("client1");
        changedTo(1, 2);
        book.observe("client2", SEVEN);
        threads.settle();

        assertThat(source.loads).hasValue(2);
        assertThat(outlet.last().listeners()).containsExactly("client2");
        assertThat(outlet.last().body()).isEqualTo("[1,2]");
        assertThat(outlet.last().update().patch()).isEmpty();
    }

    @Test
    void makesOneLoadOfAnyNumberOfChangesWhileItLoads() {
        observed("client1");
        source.behaviour = () -> {
            List<?> read = source.value;
            if (source.loads.get() == 2) {
                IntStream.range(0, 1_000).forEach(i -> {
                    source.value = List.of(i);
                    book.changed(SEVEN.text());
                });
            }
            return read;
        };
        changedTo(-1);

        assertThat(source.loads).hasValue(3);
        assertThat(outlet.sent).extracting(RecordingOutlet.Sent::body).containsExactly("[1]", "[-1]", "[999]");
    }

    @Test
    void makesOneLoadOfManyChangesBeforeItLoads() {
        observed("client1");
        IntStream.range(0, 1_000).forEach(i -> book.changed(SEVEN.text()));
        threads.settle();

        assertThat(source.loads).hasValue(2);
    }

    @Test
    void publishesNothingWhenTheValueIsTheSame() {
        observed("client1");
        changedTo(1);

        assertThat(source.loads).hasValue(2);
        assertThat(outlet.sent).hasSize(1);
    }

    @Test
    void sendsThePatchAlongWhenItIsSmaller() {
        source.value = IntStream.range(0, 100).boxed().toList();
        observed("client1");
        source.value = IntStream.range(0, 101).boxed().toList();
        book.changed(SEVEN.text());
        threads.settle();

        Update update = outlet.last().update();
        assertThat(update.patch()).hasValueSatisfying(step -> {
            assertThat(step.from()).isEqualTo(outlet.sent.get(0).update().version());
            assertThat(step.frame().length()).isLessThan(update.whole().length());
            assertThat(ListDifferenceTest.applied(
                            outlet.sent.get(0).update().whole().body(),
                            step.frame().body()))
                    .hasToString(outlet.last().body());
        });
    }

    @Test
    void sendsNoPatchThatIsLargerThanTheWholeWithItsHeader() {
        source.value = IntStream.range(0, 22).boxed().toList();
        observed("client1");
        source.value = IntStream.range(0, 23).boxed().toList();
        book.changed(SEVEN.text());
        threads.settle();

        assertThat(outlet.last().update().patch()).isEmpty();
    }

    @Test
    void keepsTheOldValueWhenTheProviderThrowsAndTriesAgainWithTheNextChange() {
        observed("client1");
        source.behaviour = () -> {
            throw new IllegalStateException("database is away");
        };
        try (LogRecords log = LogRecords.of(TupleBook.class)) {
            changedTo(2);
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("PEEK-4205 provider of 'noop.Reading?room=7' failed, incident ")
                    .contains("database is away");
        }
        assertThat(outlet.sent).hasSize(1);

        source.behaviour = () -> source.value;
        book.changed(SEVEN.text());
        threads.settle();
        assertThat(outlet.last().body()).isEqualTo("[2]");
    }

    @Test
    void tellsThatThereIsNoValueWhenTheFirstLoadFailsAndSendsItWhenThereIsOne() {
        source.behaviour = () -> {
            throw new NoClassDefFoundError("org/example/Gone");
        };
        try (LogRecords log = LogRecords.of(TupleBook.class)) {
            observed("client1");
            assertThat(outlet.last().update().isTrouble()).isTrue();
            assertThat(outlet.last().text()).contains("PEEK-4206", "incident", "\"lasting\":false");
            String incident = outlet.last().text().replaceAll("(?s).*incident ([0-9a-f-]{36}).*", "$1");
            assertThat(log.warnings()).singleElement().asString().contains(incident);
        }
        source.behaviour = () -> source.value;
        changedTo(3);
        assertThat(outlet.last().body()).isEqualTo("[3]");
    }

    @Test
    void givesALaterListenerTheTroubleToo() {
        source.behaviour = () -> null;
        try (LogRecords log = LogRecords.of(TupleBook.class)) {
            observed("client1");
            book.observe("client2", SEVEN);
            threads.settle();
            assertThat(log.warnings()).hasSize(1);
        }
        assertThat(outlet.last().listeners()).containsExactly("client2");
        assertThat(outlet.last().update().isTrouble()).isTrue();
    }

    @Test
    void refusesAValueThatIsTooLargeAndLogsIt() {
        observed("client1");
        try (LogRecords log = LogRecords.of(TupleBook.class)) {
            changedTo("x".repeat(8 * 1024 * 1024));
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("PEEK-4246")
                    .contains("divide it by keys");
        }
        assertThat(outlet.sent).as("who observes it keeps what they have").hasSize(1);
        changedTo(2);
        assertThat(outlet.last().body()).isEqualTo("[2]");
    }

    @Test
    void keepsTheValueWhileNobodyOffersTheTypeAndLoadsAnewWhenSomebodyDoes() {
        observed("client1");
        book.withdraw(TYPE, source);
        book.changed(SEVEN.text());
        threads.settle();
        assertThat(outlet.sent).hasSize(1);
        assertThat(book.offers(TYPE)).isFalse();

        FakeSource next = new FakeSource(2);
        assertThat(book.offer(TYPE, next)).isTrue();
        threads.settle();
        assertThat(outlet.last().body()).isEqualTo("[2]");
    }

    @Test
    void tellsWhoObservesBeforeAnybodyOffersAndSendsTheValueThen() {
        book.observe("client1", SEVEN);
        threads.settle();
        assertThat(outlet.last().text()).contains("PEEK-4204").contains("\"lasting\":false");

        book.offer(TYPE, source);
        threads.settle();
        assertThat(outlet.last().body()).isEqualTo("[1]");
    }

    @Test
    void isOfferedOnceAndWithdrawnByWhoOfferedItOnly() {
        assertThat(book.offer(TYPE, source)).isTrue();
        FakeSource second = new FakeSource();
        assertThat(book.offer(TYPE, second)).isFalse();
        book.withdraw(TYPE, second);

        assertThat(book.offers(TYPE)).isTrue();
    }

    @Test
    void frees() {
        observed("client1", "client2");
        book.release("client1", SEVEN.text());
        assertThat(book.size()).isEqualTo(1);
        book.release("client2", SEVEN.text());
        assertThat(book.size()).isZero();

        changedTo(2);
        assertThat(source.loads).as("nobody observes it").hasValue(1);

        book.observe("client1", SEVEN);
        threads.settle();
        assertThat(outlet.last().body()).as("a value from before is not given").isEqualTo("[2]");
    }

    @Test
    void doesNotLoadWhatWasReleasedMeanwhile() {
        book.offer(TYPE, source);
        book.observe("client1", SEVEN);
        book.release("client1", SEVEN.text());
        threads.settle();

        assertThat(source.loads).hasValue(0);
        assertThat(outlet.sent).isEmpty();
    }

    @Test
    void sendsNothingToWhoHasReleasedWhileItWasLoaded() {
        book.offer(TYPE, source);
        book.observe("client1", SEVEN);
        book.observe("client2", SEVEN);
        source.behaviour = () -> {
            book.release("client1", SEVEN.text());
            return source.value;
        };
        threads.settle();

        assertThat(outlet.last().listeners()).containsExactly("client2");
    }

    @Test
    void loadsEverySelectorOfATypeThatIsObservedWhenAllHaveChanged() {
        observed("client1");
        book.observe("client1", EIGHT);
        book.observe("client1", SelectorKey.parse("noop.Note").orElseThrow());
        threads.settle();
        outlet.sent.clear();
        source.value = List.of(2);
        book.changedAll(TYPE);
        threads.settle();

        assertThat(outlet.sent)
                .extracting(sent -> sent.update().key())
                .containsExactlyInAnyOrder(SEVEN.text(), EIGHT.text());
        assertThat(book.observedOf("noop")).hasSize(3);
        assertThat(book.observedOf("user")).isEmpty();
    }

    @Test
    void letsAListenerGoOnWithTheNewestVersionWithoutSendingItAgain() {
        observed("client1");
        String version = outlet.last().update().version();
        outlet.sent.clear();

        book.goOn("client1", SEVEN, version);
        assertThat(outlet.sent).isEmpty();
        book.goOn("client1", SEVEN, "older");
        assertThat(outlet.last().listeners()).containsExactly("client1");
        book.goOn("client2", SEVEN, "");
        assertThat(outlet.last().listeners()).containsExactly("client2");
        assertThat(book.keysOf("client2")).isEqualTo(book.keysOf("client1")).containsExactly(SEVEN.text());
    }

    @Test
    void saysWhoMayNotObserve() {
        User ann = new User("ann", Set.of());
        assertThat(book.refusal(ann, SEVEN)).hasValueSatisfying(trouble -> {
            assertThat(trouble.code()).isEqualTo("PEEK-4202");
            assertThat(trouble.lasting()).isFalse();
        });
        book.offer(TYPE, source);
        assertThat(book.refusal(ann, SEVEN)).isEmpty();
        source.open = false;
        assertThat(book.refusal(ann, SEVEN)).hasValueSatisfying(trouble -> {
            assertThat(trouble.message()).isEqualTo("'ann' may not see 'noop.Reading?room=7'.");
            assertThat(trouble.lasting()).isTrue();
        });
    }

    @Test
    void survivesAListWithoutJson() {
        source.behaviour = () -> Collections.singletonList(new Object());
        try (LogRecords log = LogRecords.of(TupleBook.class)) {
            observed("client1");
            assertThat(log.warnings()).hasSize(1);
        }
        assertThat(outlet.last().update().isTrouble()).isTrue();
    }
}
