package org.peekplatform.core.live.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.provide.KeyPrint;
import org.peekplatform.core.live.provide.ListenerDesk.Everything;
import org.peekplatform.core.live.provide.ListenerDesk.Wish;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.Mark;
import org.peekplatform.core.live.provide.Update;
import org.peekplatform.core.live.wire.LiveFrame;

class ServerFeedTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final List<String> said = new ArrayList<>();
    private final List<Everything> lists = new ArrayList<>();
    private long turn;
    private final ServerFeed feed = new ServerFeed(new Link(), 100, nanos::get, new LiveCounters());
    private final TupleBuffer buffer = new TupleBuffer(
            new TupleBuffer.Limits(100, 1_000_000, Duration.ofSeconds(30)), feed, nanos::get, new LiveCounters());
    private final DeviceConnection connection = new DeviceConnection(
            "c", new DeviceSession("ref", new User("ann", Set.of())), RecordingWire.reading(), nanos::get);

    ServerFeedTest() {
        feed.feed(buffer);
    }

    private final class Link implements ServerFeed.LiveLink {
        @Override
        public void observe(Wish wish) {
            turn = wish.turn();
            said.add("observe " + String.join(",", wish.keys()));
        }

        @Override
        public void release(Wish wish) {
            turn = wish.turn();
            said.add("release " + String.join(",", wish.keys()));
        }

        @Override
        public void everything(Everything all) {
            turn = all.turn();
            lists.add(all);
            said.add("everything " + all.versions());
        }
    }

    private static Update update(String key, String version) {
        return new Update(key, version, LiveFrame.encoded("x".getBytes(UTF_8)), Optional.empty());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        feed.tick();
    }

    private Mark mark(long sent, String... keys) {
        return new Mark("life1", sent, turn, KeyPrint.of(List.of(keys)), "");
    }

    private void taken(long sent) {
        feed.mark(new Mark("life1", sent, 0, 0, lists.get(lists.size() - 1).id()));
    }

    /** One selector is observed, and the server's life is known. */
    private void settled() {
        buffer.subscribe(connection, "a", Optional.empty());
        feed.updates("life1", List.of(update("a", "v1")));
        taken(1);
        said.clear();
    }

    @Test
    void namesWhatItHasWhenTheServerBeginsANewLife() {
        settled();
        feed.updates("life2", List.of(update("a", "v2")));

        assertThat(said).containsExactly("everything {a=v2}");
    }

    @Test
    void namesEverythingWhenAMarkTellsThatOneIsMissing() {
        settled();
        feed.mark(mark(1, "a"));
        assertThat(said).isEmpty();
        feed.mark(mark(2, "a"));
        assertThat(said).containsExactly("everything {a=v1}");
    }

    @Test
    void countsFromTheMarkThatNamesItsListOn() {
        settled();
        feed.mark(mark(5, "a"));
        feed.mark(mark(6, "a"));
        assertThat(said).as("its list is on its way").hasSize(1);
        taken(7);
        feed.mark(mark(7, "a"));
        assertThat(said).hasSize(1);
        feed.mark(mark(8, "a"));
        assertThat(said).as("what was sent after that was lost").hasSize(2);
    }

    @Test
    void asksOnceMoreForWhatChangedWhileItsListWasOnItsWay() {
        settled();
        feed.mark(mark(5, "a"));
        feed.updates("life1", List.of(update("a", "v2"), update("unknown", "v2")));
        taken(7);

        assertThat(said).containsExactly("everything {a=v1}", "observe a");
    }

    @Test
    void sendsTheSameListAgainWhenItIsNotTaken() {
        settled();
        feed.mark(mark(5, "a"));
        IntStream.range(0, 7).forEach(second -> pass(Duration.ofSeconds(1)));

        assertThat(lists.stream().skip(1))
                .hasSize(3)
                .extracting(Everything::id)
                .containsOnly(lists.get(1).id());
        assertThat(lists).extracting(Everything::turn).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void callsOutWhenTheServerIsNotHeard() {
        settled();
        pass(Duration.ofSeconds(7));
        assertThat(said).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(said).containsExactly("everything {a=v1}");
    }

    @Test
    void comparesWithWhatItWantedWhenTheServerHadHeardSoMuch() {
        settled();
        Mark old = mark(1, "a");
        buffer.subscribe(connection, "b", Optional.empty());
        Mark both = mark(1, "a", "b");
        said.clear();
        feed.mark(old);
        feed.mark(both);
        feed.mark(both);
        feed.mark(both);

        assertThat(said).isEmpty();
    }

    @Test
    void namesEverythingWhenTheServerKeepsBelievingOtherwise() {
        settled();
        feed.mark(mark(1, "other"));
        feed.mark(mark(1, "other"));
        assertThat(said).isEmpty();
        feed.mark(mark(1, "other"));
        assertThat(said).containsExactly("everything {a=v1}");
    }

    @Test
    void forgivesWhatIsRightAgain() {
        settled();
        for (int i = 0; i < 10; i++) {
            feed.mark(mark(1, "other"));
            feed.mark(mark(1, "other"));
            feed.mark(mark(1, "a"));
        }
        assertThat(said).isEmpty();
    }

    @Test
    void namesWhatItHasNoValueOfWithoutAVersion() {
        settled();
        buffer.subscribe(connection, "b", Optional.empty());
        feed.mark(mark(9));

        assertThat(lists.get(lists.size() - 1).versions()).isEqualTo(Map.of("a", "v1", "b", ""));
    }
}
