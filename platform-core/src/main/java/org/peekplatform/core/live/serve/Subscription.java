package org.peekplatform.core.live.serve;

import java.util.Optional;
import org.peekplatform.core.live.provide.Update;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;

/** That one connection observes one selector. Fields are guarded by the connection. */
final class Subscription {
    final DeviceConnection connection;
    final BufferEntry entry;
    /** Version that the device has; null before the first, to save an object for each of very many. */
    private String has;

    private boolean resumes;
    boolean queued;

    Subscription(DeviceConnection connection, BufferEntry entry, Optional<String> has) {
        this.connection = connection;
        this.entry = entry;
        this.has = has.orElse(null);
        this.resumes = has.isPresent();
    }

    /** What the device has to be sent to have the newest; empty when it has it. */
    Optional<LiveFrame> next() {
        Update newest = entry.newest();
        if (newest == null) {
            return Optional.empty();
        }
        if (newest.isTrouble()) {
            resumes = true; // after a trouble it is told also that nothing has changed
            return Optional.of(newest.whole());
        }
        boolean resumed = resumes;
        resumes = false;
        if (newest.version().equals(has)) {
            return resumed ? Optional.of(LiveFrame.of(new Headers.Same(newest.key()))) : Optional.empty();
        }
        String before = has;
        has = newest.version();
        return Optional.of(newest.patch()
                .filter(step -> !resumed && step.from().equals(before))
                .map(Update.Step::frame)
                .orElse(newest.whole()));
    }

    /** The device says once more what it has. */
    void resume(Optional<String> version) {
        has = version.orElse(null);
        resumes = version.isPresent();
    }

    /** The device has lost it. */
    void forget() {
        resume(Optional.empty());
    }
}
