package org.peekplatform.server.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The right to carry out an operation: a locked file in the server's data folder. A deployment that was replaced in the
 * middle of a long script holds it until the script has ended, so that the new deployment does not run it beside the old.
 */
public final class Turn {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Path file;

    public Turn(Path file) {
        this.file = file;
    }

    /** Waits for the turn, and not longer than until the server goes down; then does the work and gives the turn back. */
    void take(Closing closing, Runnable work) throws InterruptedException {
        closing.check();
        while (!tryTake(work)) {
            closing.pause(POLL);
            closing.check();
        }
    }

    /** @return false when another deployment has the turn: nothing was done */
    boolean tryTake(Runnable work) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                boolean locked = isLocked(channel);
                if (locked) {
                    work.run();
                }
                return locked;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PEEK-5206 " + file + " cannot be locked. No operation is carried out until it can: make the folder"
                            + " writable for the server.",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }
}
