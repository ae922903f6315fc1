package org.peekplatform.core.live.provide;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The way from one list to another as a JSON Patch (RFC 6902), from the encoded elements alone. Shortest edit script by
 * E. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), given up when it gets long: then
 * the whole is not much longer.
 */
final class ListDifference {
    private static final int MOST_EDITS = 64;

    private final Snapshot from;
    private final Snapshot to;
    private final int prefix;
    private final int fromEnd;
    private final int toEnd;

    private enum Edit {
        KEEP,
        REMOVE,
        ADD
    }

    private ListDifference(Snapshot from, Snapshot to) {
        this.from = from;
        this.to = to;
        int shorter = Math.min(from.size(), to.size());
        int same = 0;
        while (same < shorter && from.sameElement(same, to, same)) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same && from.sameElement(from.size() - 1 - tail, to, to.size() - 1 - tail)) {
            tail++;
        }
        this.prefix = same;
        this.fromEnd = from.size() - tail;
        this.toEnd = to.size() - tail;
    }

    /** A patch, when it is smaller than the whole. */
    static Optional<byte[]> patch(Snapshot from, Snapshot to) {
        ListDifference difference = new ListDifference(from, to);
        return difference.script().flatMap(difference::encode).filter(patch -> patch.length < to.body().length);
    }

    private Optional<List<Edit>> script() {
        int width = fromEnd - prefix;
        int height = toEnd - prefix;
        int most = Math.min(MOST_EDITS, width + height);
        int[] furthest = new int[2 * most + 3];
        List<int[]> trace = new ArrayList<>();
        for (int edits = 0; edits <= most; edits++) {
            trace.add(furthest.clone());
            for (int k = -edits; k <= edits; k += 2) {
                int at = k + most + 1;
                boolean down = k == -edits || k != edits && furthest[at - 1] < furthest[at + 1];
                int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < width && x - k < height && x - k >= 0 && same(x, x - k)) {
                    x++;
                }
                furthest[at] = x;
                if (x >= width && x - k >= height) {
                    return Optional.of(walkBack(trace, most, width, height));
                }
            }
        }
        return Optional.empty();
    }

    private boolean same(int x, int y) {
        return from.sameElement(prefix + x, to, prefix + y);
    }

    private static List<Edit> walkBack(List<int[]> trace, int most, int width, int height) {
        Deque<Edit> script = new ArrayDeque<>();
        int x = width;
        int y = height;
        for (int edits = trace.size() - 1; edits > 0; edits--) {
            int[] furthest = trace.get(edits);
            int k = x - y;
            int at = k + most + 1;
            boolean down = k == -edits || k != edits && furthest[at - 1] < furthest[at + 1];
            int before = down ? furthest[at + 1] : furthest[at - 1];
            int start = down ? before : before + 1;
            for (; x > start; x--, y--) {
                script.push(Edit.KEEP);
            }
            script.push(down ? Edit.ADD : Edit.REMOVE);
            x = before;
            y = down ? y - 1 : y;
        }
        for (; x > 0; x--) {
            script.push(Edit.KEEP);
        }
        return List.copyOf(script);
    }

    /** Removals and additions at one place become replacements. */
    private Optional<byte[]> encode(List<Edit> script) {
        ByteArrayOutputStream patch = new ByteArrayOutputStream(256);
        patch.write('[');
        int index = prefix;
        int next = prefix;
        int i = 0;
        while (i < script.size()) {
            int removed = 0;
            int added = 0;
            for (; i < script.size() && script.get(i) != Edit.KEEP; i++) {
                removed += script.get(i) == Edit.REMOVE ? 1 : 0;
                added += script.get(i) == Edit.ADD ? 1 : 0;
            }
            for (int j = 0; j < added; j++) {
                write(patch, j < removed ? "replace" : "add", index++, next++);
            }
            for (int j = added; j < removed; j++) {
                separate(patch);
                patch.writeBytes(ascii("{\"op\":\"remove\",\"path\":\"/" + index + "\"}"));
            }
            if (i < script.size()) {
                index++;
                next++;
                i++;
            }
        }
        patch.write(']');
        return Optional.of(patch.toByteArray());
    }

    private void write(ByteArrayOutputStream patch, String op, int index, int element) {
        separate(patch);
        patch.writeBytes(ascii("{\"op\":\"" + op + "\",\"path\":\"/" + index + "\",\"value\":"));
        to.writeElement(element, patch);
        patch.write('}');
    }

    private static void separate(ByteArrayOutputStream patch) {
        if (patch.size() > 1) {
            patch.write(',');
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
