package org.peekplatform.core.live.provide;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.wire.ContentVersion;

/** A loaded value, encoded once: a JSON array, and where its elements are. */
final class Snapshot {
    private final byte[] body;
    private final int[] starts;
    private final int[] hashes;
    private final String version;

    private Snapshot(byte[] body, int[] starts, int[] hashes) {
        this.body = body;
        this.starts = starts;
        this.hashes = hashes;
        this.version = ContentVersion.of(body);
    }

    static Snapshot of(List<?> tuples) {
        Object[] elements = tuples.toArray(); // once: the list is the plugin's, and may be a linked or a changing one
        ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
        int[] starts = new int[elements.length + 1];
        int[] hashes = new int[elements.length];
        body.write('[');
        for (int i = 0; i < elements.length; i++) {
            byte[] element = Json.write(elements[i]);
            starts[i] = body.size();
            hashes[i] = Arrays.hashCode(element);
            body.writeBytes(element);
            body.write(i + 1 < elements.length ? ',' : ']');
        }
        if (elements.length == 0) {
            body.write(']');
        }
        starts[elements.length] = body.size();
        return new Snapshot(body.toByteArray(), starts, hashes);
    }

    byte[] body() {
        return body;
    }

    String version() {
        return version;
    }

    int size() {
        return hashes.length;
    }

    boolean sameElement(int i, Snapshot other, int j) {
        return hashes[i] == other.hashes[j]
                && Arrays.equals(body, starts[i], end(i), other.body, other.starts[j], other.end(j));
    }

    /** Appends an element as it was encoded. */
    void writeElement(int i, ByteArrayOutputStream out) {
        out.write(body, starts[i], end(i) - starts[i]);
    }

    /** Behind each element stands one character, a comma or the closing bracket. */
    private int end(int i) {
        return starts[i + 1] - 1;
    }
}
