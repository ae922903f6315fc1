package org.peekplatform.runtime.hook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import org.peekplatform.api.Registration;

/** What one part registered. Closed in reverse order, each in its own try. */
final class Registrations {
    private static final Logger LOG = System.getLogger(Registrations.class.getName());

    private final Deque<Registration> open = new ArrayDeque<>();
    private boolean closed;

    synchronized Registration add(Registration registration) {
        if (closed) {
            registration.close();
            throw new IllegalStateException(
                    "PEEK-3204 the part has stopped: nothing can be registered any more. Register in load or start.");
        }
        open.push(registration);
        return () -> closeEarly(registration);
    }

    private void closeEarly(Registration registration) {
        boolean ours;
        synchronized (this) {
            ours = open.remove(registration);
        }
        if (ours) {
            registration.close();
        }
    }

    void closeAll(String deployment) {
        Deque<Registration> taken;
        synchronized (this) {
            closed = true;
            taken = new ArrayDeque<>(open);
            open.clear();
        }
        while (!taken.isEmpty()) {
            Registration registration = taken.pop();
            try {
                registration.close();
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        () -> "PEEK-3205 a registration of part '" + deployment
                                + "' could not be taken back. The others were.",
                        e);
            }
        }
    }
}
