package org.peekplatform.server.catalogue;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads an archive piece by piece; at most one piece is in memory. */
final class PieceStream extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = {};
    private int position;
    private int next;

    PieceStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return hasMore() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean hasMore() {
        if (position == piece.length) {
            piece = pieces.apply(next++).orElse(new byte[0]);
            position = 0;
        }
        return position < piece.length;
    }
}
