package org.peekplatform.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.peekplatform.core.live.serve.DeviceLimits;
import org.peekplatform.core.live.serve.TupleBuffer;

/** What an operator may set about live data, by system properties; see docs/operations.md §3. */
record LiveSettings(DeviceLimits devices, TupleBuffer.Limits buffer) {

    /** @param property gives the value of a system property, or null */
    static LiveSettings of(UnaryOperator<String> property, long heapBytes) {
        DeviceLimits generous = DeviceLimits.generous();
        return new LiveSettings(
                new DeviceLimits(
                        number(property, "peek.live.connections-per-user", generous.connectionsPerUser()),
                        number(property, "peek.live.connections-per-address", generous.connectionsPerAddress()),
                        number(property, "peek.live.selectors-per-connection", generous.selectors()),
                        number(property, "peek.live.messages-per-second", generous.messagesPerSecond()),
                        generous.inHand(),
                        generous.beat(),
                        generous.silence(),
                        Duration.ofSeconds(number(property, "peek.live.stuck-seconds", (int)
                                generous.stuck().toSeconds()))),
                new TupleBuffer.Limits(
                        number(property, "peek.live.buffer-selectors", 200_000),
                        Optional.ofNullable(property.apply("peek.live.buffer-megabytes"))
                                .map(Long::valueOf)
                                .map(megabytes -> megabytes * 1024 * 1024)
                                .orElse(heapBytes / 4),
                        Duration.ofSeconds(number(property, "peek.live.buffer-grace-seconds", 30))));
    }

    private static int number(UnaryOperator<String> property, String name, int otherwise) {
        return Optional.ofNullable(property.apply(name)).map(Integer::valueOf).orElse(otherwise);
    }
}
