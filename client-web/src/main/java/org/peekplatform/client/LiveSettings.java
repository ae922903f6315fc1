package org.peekplatform.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.peekplatform.core.live.serve.DeviceLimits;
import org.peekplatform.core.live.serve.TupleBuffer;

/** What an operator may set about live data, by system properties; see docs/operations.md §3. */
record LiveSettings(DeviceLimits devices, TupleBuffer.Limits buffer) {
    private static final String MEGABYTES = "peek.live.buffer-megabytes";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

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
                        Optional.ofNullable(property.apply(MEGABYTES))
                                .map(text -> positive(MEGABYTES, text) * 1024L * 1024)
                                .orElse(heapBytes / 4),
                        Duration.ofSeconds(number(property, "peek.live.buffer-grace-seconds", 30))));
    }

    private static int number(UnaryOperator<String> property, String name, int otherwise) {
        return Optional.ofNullable(property.apply(name))
                .map(text -> positive(name, text))
                .orElse(otherwise);
    }

    private static int positive(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("PEEK-4249 system property " + name + " is '" + text
                    + "': it must be a whole number from 1 to 999999999. The client service does not start."
                    + " Correct it.");
        }
        return Integer.parseInt(text);
    }
}
