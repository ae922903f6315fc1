package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is there as long as this instance is on the platform: for those who started its WildFly and wait, since
 * WildFly's own readiness knows that the EAR is up and no more.
 */
final class JoinedMark {
    private final Path file;
    private boolean set;

    /** A life before this one may have left it. */
    JoinedMark(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    synchronized void set(String instance) {
        if (!set) {
            write(instance);
            set = true;
        }
    }

    private void write(String instance) {
        try {
            Files.writeString(file, instance + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("PEEK-3409 " + file + " cannot be written", e);
        }
    }

    synchronized void take() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("PEEK-3410 " + file + " cannot be removed", e);
        }
    }
}
