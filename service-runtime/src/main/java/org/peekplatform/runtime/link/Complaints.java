package org.peekplatform.runtime.link;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Warnings about messages of peers. A peer that sends nothing else fills a line now and then, not the log. */
public final class Complaints {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    /** In a minute, about one peer. */
    static final int MOST = 20;

    private final Logger log;
    private final LongSupplier nanoTime;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    private record Minute(long began, long said) {}

    public Complaints(Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    public void about(String peer, Supplier<String> text) {
        if (mayBeSaid(peer)) {
            log.log(Level.WARNING, text);
        }
    }

    public void about(String peer, Supplier<String> text, Throwable cause) {
        if (mayBeSaid(peer)) {
            log.log(Level.WARNING, text, cause);
        }
    }

    private boolean mayBeSaid(String peer) {
        long now = nanoTime.getAsLong();
        Minute minute = minutes.merge(
                peer,
                new Minute(now, 1),
                (old, fresh) -> now - old.began() > MINUTE ? fresh : new Minute(old.began(), old.said() + 1));
        if (minute.said() == MOST + 1) {
            log.log(
                    Level.WARNING,
                    () -> "PEEK-3310 peer '" + peer + "' has been complained about " + MOST
                            + " times within a minute; more is not written until the minute is over."
                            + " Its messages are dropped all the same. Revoke its credential if it is not what it was.");
        }
        return minute.said() <= MOST;
    }
}
