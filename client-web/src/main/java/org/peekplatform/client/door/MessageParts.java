package org.peekplatform.client.door;

import java.util.Optional;

/** One message after the other, out of the parts in which the container gives them. What is too large is not kept. */
final class MessageParts {
    private final int largest;
    private StringBuilder gathered = new StringBuilder();
    private long bytes;
    private boolean tooLarge;

    /** @param largest bytes of a message in UTF-8 */
    MessageParts(int largest) {
        this.largest = largest;
    }

    /**
     * @param last whether the message ends with this part
     * @return the message, when it is whole and was never too large
     */
    Optional<String> add(String part, boolean last) {
        bytes += utf8Length(part);
        tooLarge |= bytes > largest;
        if (tooLarge) {
            gathered = new StringBuilder();
            return Optional.empty();
        }
        gathered.append(part);
        if (!last) {
            return Optional.empty();
        }
        String whole = gathered.toString();
        gathered = new StringBuilder();
        bytes = 0;
        return Optional.of(whole);
    }

    /** Whether a message was too large; that does not end with this message. */
    boolean tooLarge() {
        return tooLarge;
    }

    /** Bytes that came since the last whole message. */
    long bytes() {
        return bytes;
    }

    private static long utf8Length(String text) {
        return text.chars()
                .map(c -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate((char) c) ? 2 : 3)
                .asLongStream()
                .sum();
    }
}
