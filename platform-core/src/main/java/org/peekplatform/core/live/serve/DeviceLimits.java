package org.peekplatform.core.live.serve;

import java.time.Duration;

/**
 * What devices may take. Generous: they keep a mistake or an attack from harming others, not a busy user from working.
 *
 * @param connectionsPerUser of one user, over all devices
 * @param connectionsPerAddress of one network address, behind which may be a whole office
 * @param selectors that one connection observes
 * @param messagesPerSecond of one connection
 * @param inHand actions and queries of one connection that wait for an answer
 * @param beat after which something is sent in any case
 * @param silence after which a connection that says nothing is closed
 * @param stuck how long a device may take to read one frame
 */
public record DeviceLimits(
        int connectionsPerUser,
        int connectionsPerAddress,
        int selectors,
        int messagesPerSecond,
        int inHand,
        Duration beat,
        Duration silence,
        Duration stuck) {

    public static DeviceLimits generous() {
        return new DeviceLimits(
                1_000, 20_000, 2_000, 500, 64, Duration.ofSeconds(20), Duration.ofSeconds(90), Duration.ofSeconds(30));
    }
}
