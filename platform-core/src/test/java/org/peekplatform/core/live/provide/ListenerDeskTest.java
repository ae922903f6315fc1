package org.peekplatform.core.live.provide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.provide.ListenerDesk.Everything;
import org.peekplatform.core.live.provide.ListenerDesk.Wish;

class ListenerDeskTest {
    private final ManualThreads threads = new ManualThreads();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final UpdateLane lane = new UpdateLane(
            (kind, epoch, body, listeners) -> {
                if (kind.equals(UpdateLane.MARK)) {
                    marks.add(Json.read(body, Mark.class));
                } else {
                    updates.addAll(UpdateCodec.decode(body));
                }
            },
            threads,
            new LiveCounters());
    private final TupleBook book = new TupleBook(lane, threads, threads, new LiveCounters());
    private final ListenerDesk desk = new ListenerDesk(book, lane);

    ListenerDeskTest() {
        book.offer("noop.Reading", new FakeSource(1));
    }

    private Mark lastMark() {
        threads.settle();
        return marks.get(marks.size() - 1);
    }

    @Test
    void observesAndReleasesForOneListener() {
        desk.observe("client1", new Wish(1, List.of("noop.Reading", "noop.Reading?x=1", "no selector")));
        desk.release("client1", new Wish(2, List.of("noop.Reading", "never.Observed")));

        assertThat(book.keysOf("client1")).containsExactly("noop.Reading?x=1");
        assertThat(book.keysOf("client2")).isEmpty();
    }

    @Test
    void takesAListAndSendsWhatDiffers() {
        desk.observe("client1", new Wish(1, List.of("noop.Reading", "noop.Reading?x=1")));
        threads.settle();
        String version = updates.get(0).version();
        updates.clear();
        desk.everything("client1", new Everything(2, "l1", Map.of("noop.Reading", version, "noop.Reading?x=2", "")));
        threads.settle();

        assertThat(book.keysOf("client1")).containsExactlyInAnyOrder("noop.Reading", "noop.Reading?x=2");
        assertThat(updates).extracting(Update::key).containsExactly("noop.Reading?x=2");
        assertThat(marks).extracting(Mark::list).containsExactly("l1", "");
    }

    @Test
    void takesNoListThatIsOlderThanWhatWasSaidSince() {
        desk.observe("client1", new Wish(5, List.of("noop.Reading")));
        desk.everything("client1", new Everything(4, "l1", Map.of()));
        desk.everything("client1", new Everything(5, "l2", Map.of()));
        threads.settle();

        assertThat(book.keysOf("client1")).containsExactly("noop.Reading");
        assertThat(marks).isEmpty();
    }

    @Test
    void marksWithTheNewestTurnAndAPrintOfTheKeys() {
        desk.observe("client1", new Wish(7, List.of("noop.Reading", "noop.Reading?x=1")));
        desk.observe("client1", new Wish(6, List.of("noop.Reading")));
        desk.mark(listener -> true);

        assertThat(lastMark().turn()).isEqualTo(7);
        assertThat(lastMark().keys()).isEqualTo(KeyPrint.of(List.of("noop.Reading?x=1", "noop.Reading")));
        assertThat(lastMark().keys())
                .isNotEqualTo(KeyPrint.of(List.of("noop.Reading")))
                .isNotEqualTo(KeyPrint.of(List.of("noop.Reading", "noop.Reading?x=2")));
        assertThat(lastMark().sent()).isEqualTo(updates.size());
    }

    @Test
    void letsGoOfWhoIsNotThereAnyMore() {
        desk.observe("client1", new Wish(1, List.of("noop.Reading")));
        desk.observe("client2", new Wish(1, List.of("noop.Reading")));
        desk.mark(listener -> listener.equals("client2"));
        threads.settle();

        assertThat(book.keysOf("client1")).isEmpty();
        assertThat(book.keysOf("client2")).hasSize(1);
        assertThat(marks).hasSize(1);
        desk.observe("client1", new Wish(1, List.of("noop.Reading")));
        assertThat(book.keysOf("client1")).hasSize(1);
    }
}
