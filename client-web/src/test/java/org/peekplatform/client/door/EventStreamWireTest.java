package org.peekplatform.client.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.live.serve.CloseReason;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;

class EventStreamWireTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<String> happened = new ArrayList<>();
    private boolean ready = true;
    private boolean broken;
    private final EventStreamWire wire;

    EventStreamWireTest() throws IOException {
        wire = new EventStreamWire(context(), () -> happened.add("cut"), () -> happened.add("gone"));
    }

    private AsyncContext context() {
        ServletResponse response = (ServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServletResponse.class},
                (proxy, called, arguments) -> new Stream());
        return (AsyncContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("getResponse")) {
                        return response;
                    }
                    happened.add(called.getName());
                    return null;
                });
    }

    private final class Stream extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int octet) throws IOException {
            if (broken) {
                throw new IOException("connection reset");
            }
            written.write(octet);
        }
    }

    private void send(int number) {
        LiveFrame frame = LiveFrame.of(new Headers.Value("noop.Reading", "v" + number), "[1]".getBytes(UTF_8));
        wire.send(frame, () -> happened.add("sent " + number));
    }

    @Test
    void writesHeaderAndBodyAsTwoLinesOfOneEvent() {
        wire.onWritePossible();
        send(1);

        assertThat(written.toString(UTF_8))
                .isEqualTo("data: {\"t\":\"value\",\"s\":\"noop.Reading\",\"v\":\"v1\"}\ndata: [1]\n\n");
        assertThat(happened).containsExactly("sent 1");
    }

    @Test
    void waitsUntilTheContainerTakesIt() {
        send(1);
        assertThat(written.size()).as("the container has not begun").isZero();
        ready = false;
        wire.onWritePossible();
        assertThat(happened).isEmpty();
        ready = true;
        wire.onWritePossible();
        assertThat(happened).containsExactly("sent 1");
        wire.onWritePossible();
        assertThat(happened).hasSize(1);
    }

    @Test
    void endsOnceWhenTheDeviceIsGone() {
        wire.onWritePossible();
        broken = true;
        send(1);
        send(2);
        wire.close(CloseReason.STOPPING);

        assertThat(happened).containsExactly("cut", "complete", "gone");
    }

    @Test
    void cutsOffADeviceThatDoesNotRead() {
        wire.onWritePossible();
        ready = false;
        send(1);
        wire.close(CloseReason.TOO_SLOW);
        ready = true;
        wire.onWritePossible();

        assertThat(happened).containsExactly("cut", "complete", "gone");
        assertThat(written.size()).isZero();
    }

    @Test
    void writesManyInTheirOrder() {
        wire.onWritePossible();
        IntStream.range(0, 1_000).forEach(this::send);

        assertThat(happened).hasSize(1_000).startsWith("sent 0", "sent 1").endsWith("sent 999");
    }
}
