package org.peekplatform.core.live.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.peekplatform.core.json.Json;

/** One message, encoded: a line of header, a line feed, the body. Shared by all who send it, so it never changes. */
public final class LiveFrame {
    private static final byte[] EMPTY = new byte[0];

    private final byte[] bytes;

    private LiveFrame(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param header a record of {@link Headers}, or of the link */
    public static LiveFrame of(Object header, byte[] body) {
        byte[] head = Json.write(header);
        byte[] bytes = Arrays.copyOf(head, head.length + 1 + body.length);
        bytes[head.length] = '\n';
        System.arraycopy(body, 0, bytes, head.length + 1, body.length);
        return new LiveFrame(bytes);
    }

    public static LiveFrame of(Object header) {
        return of(header, EMPTY);
    }

    /** A frame that came encoded; the array is not used by anybody else from now on. */
    public static LiveFrame encoded(byte[] bytes) {
        return new LiveFrame(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /** A view of its own for one who sends it. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    public byte[] bytes() {
        return bytes;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads the header alone. */
    public <T> T header(Class<T> type) {
        return Json.read(Arrays.copyOf(bytes, end()), type);
    }

    public byte[] body() {
        int end = end();
        return end == bytes.length ? EMPTY : Arrays.copyOfRange(bytes, end + 1, bytes.length);
    }

    private int end() {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return bytes.length;
    }
}
