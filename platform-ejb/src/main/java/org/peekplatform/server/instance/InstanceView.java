package org.peekplatform.server.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peekplatform.core.wanted.InstanceReport;

/**
 * An instance as the server knows it.
 *
 * @param connected it was heard within the last seconds
 * @param expected operations wait for it: it is connected, or it may be so again in a moment because the server itself has
 *     just come back
 * @param since when it came, or when it was heard last
 * @param presence how regularly it is heard
 * @param lastSeen when it was heard last
 * @param clockSkew how far its clock is before the server's, as its last report showed; the way of that report is in it
 * @param refusal why it is given no plugins, when its release does not fit
 * @param report the last one
 */
public record InstanceView(
        boolean connected,
        boolean expected,
        Instant since,
        Presence presence,
        Instant lastSeen,
        Optional<Duration> clockSkew,
        Optional<String> refusal,
        InstanceReport report) {
    /** By the beats that have not come. */
    public enum Presence {
        ONLINE,
        /** Two beats are missing. */
        DEGRADED,
        /** Three beats are missing, or it said that it goes. */
        OFFLINE
    }

    public String name() {
        return report.instance();
    }
}
