package org.peekplatform.server.rollout;

import java.time.Duration;

/**
 * Says that the server goes down. Whoever carries out an operation asks between its steps and while it waits, and lets
 * go; the operation stays unfinished in the database, and the server's next life goes on with it.
 */
final class Closing {
    private boolean asked;

    synchronized void ask() {
        asked = true;
        notifyAll();
    }

    synchronized boolean isAsked() {
        return asked;
    }

    /** @throws InterruptedException when the server goes down: nothing more is to be done or written */
    void check() throws InterruptedException {
        if (isAsked()) {
            throw new InterruptedException("the server goes down");
        }
    }

    /** Waits that long, and not longer than until the server goes down. */
    synchronized void pause(Duration time) throws InterruptedException {
        if (!asked) {
            wait(time.toMillis());
        }
    }
}
