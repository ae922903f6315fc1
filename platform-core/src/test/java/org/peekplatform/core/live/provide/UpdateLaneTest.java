package org.peekplatform.core.live.provide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.PeekException;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.wire.LiveFrame;

class UpdateLaneTest {
    private final List<String> messages = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private boolean broken;
    private final ManualThreads threads = new ManualThreads();
    private final UpdateLane lane = new UpdateLane(this::send, threads, new LiveCounters());

    private void send(String kind, String epoch, byte[] body, Set<String> listeners) {
        if (broken) {
            throw new PeekException("PEEK-3301", "the broker is away");
        }
        sizes.add(body.length);
        String what = kind.equals(UpdateLane.MARK) ? mark(body) : updates(body);
        messages.add(
                what + " to " + String.join(",", listeners.stream().sorted().toList()));
    }

    private static String mark(byte[] body) {
        Mark mark = Json.read(body, Mark.class);
        return "mark sent " + mark.sent() + (mark.list().isEmpty() ? "" : " list " + mark.list());
    }

    private static String updates(byte[] body) {
        return String.join(
                " ",
                UpdateCodec.decode(body).stream()
                        .map(update -> update.key()
                                + update.version()
                                + update.patch().map(step -> "<" + step.from()).orElse(""))
                        .toList());
    }

    private static LiveFrame frame(int bytes) {
        return LiveFrame.encoded("x".repeat(bytes).getBytes(UTF_8));
    }

    private static Update update(String key, int version) {
        return new Update(key, String.valueOf(version), frame(10), Optional.empty());
    }

    private static Update patch(String key, int version) {
        return new Update(
                key,
                String.valueOf(version),
                frame(10),
                Optional.of(new Update.Step(String.valueOf(version - 1), frame(5))));
    }

    @Test
    void sendsTheNewestOfEachSelectorInOneMessage() {
        lane.publish(update("a", 1), Set.of("client1"));
        lane.publish(update("b", 1), Set.of("client1"));
        lane.publish(update("a", 2), Set.of("client1"));
        threads.settle();

        assertThat(messages).containsExactly("a2 b1 to client1");
    }

    @Test
    void sendsEverybodyWhoWasToldOfAnOlderOneTheNewestOne() {
        lane.publish(patch("a", 1), Set.of("client1"));
        lane.publish(patch("a", 2), Set.of("client2"));
        threads.settle();

        assertThat(messages).containsExactly("a2<1 to client1,client2");
    }

    @Test
    void keepsThePatchWhenTheSameValueIsPublishedForOneMore() {
        lane.publish(patch("a", 1), Set.of("client1"));
        lane.publish(patch("a", 1).wholeOnly(), Set.of("client2"));
        threads.settle();

        assertThat(messages).containsExactly("a1<0 to client1,client2");
    }

    @Test
    void letsAValueFollowATrouble() {
        lane.publish(new Update("a", "", frame(10), Optional.empty()), Set.of("client1"));
        lane.publish(update("a", 1), Set.of("client1"));
        threads.settle();

        assertThat(messages).containsExactly("a1 to client1");
    }

    @Test
    void marksAfterWhatWasPublishedAndBeginsBeforeIt() {
        lane.publish(update("a", 1), Set.of("client1"));
        threads.settle();
        lane.begin("client1", "l1");
        lane.publish(update("b", 1), Set.of("client1"));
        lane.mark("client1", 1, 2);
        threads.settle();

        assertThat(messages)
                .containsExactly(
                        "a1 to client1", "mark sent 1 list l1 to client1", "b1 to client1", "mark sent 2 to client1");
    }

    @Test
    void countsWhatTheBrokerDidNotTakeAsSent() {
        broken = true;
        lane.publish(update("a", 1), Set.of("client1"));
        threads.settle();
        broken = false;
        lane.mark("client1", 1, 2);
        threads.settle();

        assertThat(messages).as("the listener sees that it misses one").containsExactly("mark sent 1 to client1");
    }

    @Test
    void dividesWhatIsTooMuchForOneMessage() {
        IntStream.range(0, 10)
                .forEach(i -> lane.publish(
                        new Update("key" + i, "1", frame(200 * 1024), Optional.empty()), Set.of("client1")));
        lane.publish(new Update("big", "1", frame(8 * 1024 * 1024), Optional.empty()), Set.of("client1"));
        threads.settle();

        assertThat(messages).hasSize(6);
        assertThat(sizes.subList(0, 5)).allMatch(size -> size <= 513 * 1024);
    }

    @Test
    void startsAnewForAListenerThatWasForgotten() {
        lane.publish(update("a", 1), Set.of("client1"));
        threads.settle();
        lane.forget("client1");
        lane.mark("client1", 1, 2);
        threads.settle();

        assertThat(messages).endsWith("mark sent 0 to client1");
    }

    @Test
    void messagesOfUpdatesAreReadAsTheyWereWritten() {
        List<Update> updates =
                List.of(update("a", 1), patch("b?x=%C3%A4", 7), new Update("c", "", frame(0), Optional.empty()));
        List<Update> read = UpdateCodec.decode(UpdateCodec.encode(updates));

        assertThat(read).usingRecursiveComparison().isEqualTo(updates);
        assertThat(UpdateCodec.decode(UpdateCodec.encode(List.of()))).isEmpty();
    }

    @Test
    void messagesThatWereCutAreRefused() {
        byte[] whole = UpdateCodec.encode(List.of(update("a", 1), patch("b", 7)));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> UpdateCodec.decode(cut)).isInstanceOf(UncheckedIOException.class);
        }
    }
}
