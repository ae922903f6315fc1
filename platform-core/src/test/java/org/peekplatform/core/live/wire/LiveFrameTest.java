package org.peekplatform.core.live.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.core.json.Json;

class LiveFrameTest {
    private static final byte[] BODY = "[{\"celsius\":21.5}]".getBytes(UTF_8);

    @Test
    void isALineOfHeaderAndTheBody() {
        LiveFrame frame = LiveFrame.of(new Headers.Value("noop.Reading?room=7", "Kc3vJ0qN2mXw8aZr"), BODY);

        assertThat(frame.text())
                .isEqualTo("{\"t\":\"value\",\"s\":\"noop.Reading?room=7\",\"v\":\"Kc3vJ0qN2mXw8aZr\"}\n"
                        + "[{\"celsius\":21.5}]");
        assertThat(frame.length()).isEqualTo(frame.bytes().length);
        assertThat(frame.body()).isEqualTo(BODY);
    }

    @Test
    void endsWithTheLineFeedWhenThereIsNoBody() {
        LiveFrame frame = LiveFrame.of(new Headers.Same("noop.Reading"));

        assertThat(frame.text()).isEqualTo("{\"t\":\"same\",\"s\":\"noop.Reading\"}\n");
        assertThat(frame.body()).isEmpty();
    }

    @Test
    void hasOneLineOfHeaderWhateverStandsInIt() {
        LiveFrame frame = LiveFrame.of(new Headers.Trouble("s\n\"", "PEEK-0000", "two\nlines\r\u2028", false), BODY);

        assertThat(frame.header(Headers.Trouble.class).message()).isEqualTo("two\nlines\r\u2028");
        assertThat(frame.body()).isEqualTo(BODY);
    }

    @Test
    void isReadAsItCameAlsoWithoutALineFeed() {
        LiveFrame frame = LiveFrame.encoded("{\"t\":\"same\",\"s\":\"x\"}".getBytes(UTF_8));

        assertThat(frame.header(Headers.Same.class)).isEqualTo(new Headers.Same("x"));
        assertThat(frame.body()).isEmpty();
        assertThatThrownBy(() -> LiveFrame.encoded(new byte[0]).header(Headers.Same.class))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void givesEverySenderAViewOfItsOwnThatCannotBeWritten() {
        LiveFrame frame = LiveFrame.of(new Headers.Beat());
        ByteBuffer one = frame.buffer();
        one.position(3);

        assertThat(frame.buffer().position()).isZero();
        assertThatThrownBy(() -> one.put((byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void leavesOutWhatAnAnswerDoesNotHave() {
        assertThat(LiveFrame.of(Headers.Outcome.done("a-1")).text()).isEqualTo("{\"t\":\"done\",\"id\":\"a-1\"}\n");
        assertThat(LiveFrame.of(Headers.Outcome.later("a-1", "busy", 2000)).text())
                .isEqualTo("{\"t\":\"later\",\"id\":\"a-1\",\"message\":\"busy\",\"after\":2000}\n");
        assertThat(LiveFrame.of(Headers.Outcome.done("a-1")).header(Headers.Outcome.class))
                .isEqualTo(Headers.Outcome.done("a-1"));
    }

    @Test
    void absentUsersTravelAsNothingAndComeBackAsAbsent() {
        Requests.Permitted over = new Requests.Permitted(Optional.empty(), List.of());
        Requests.Permitted good = new Requests.Permitted(Optional.of(new User("ann", Set.of("admin"))), List.of());

        assertThat(new String(Json.write(over), UTF_8)).isEqualTo("{\"refused\":[]}");
        assertThat(Json.read(Json.write(over), Requests.Permitted.class)).isEqualTo(over);
        assertThat(Json.read(Json.write(good), Requests.Permitted.class)).isEqualTo(good);
    }
}
