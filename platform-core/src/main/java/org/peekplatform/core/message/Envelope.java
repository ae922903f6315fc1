package org.peekplatform.core.message;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/**
 * A message between two services. Who sent it is not part of it: the receiving side's transport says so.
 *
 * @param kind what the body is, such as {@code report} or {@code call}
 * @param id of this message
 * @param inReplyTo id of the message that this one answers
 * @param body UTF-8 JSON
 */
public record Envelope(String kind, String id, Optional<String> inReplyTo, byte[] body) {
    public Envelope {
        requireNonNull(kind, "kind is null");
        requireNonNull(id, "id is null");
        requireNonNull(inReplyTo, "inReplyTo is null");
        requireNonNull(body, "body is null");
    }

    public static Envelope of(String kind, byte[] body) {
        return new Envelope(kind, UUID.randomUUID().toString(), Optional.empty(), body);
    }

    public Envelope reply(byte[] answer) {
        return new Envelope(kind + ".reply", UUID.randomUUID().toString(), Optional.of(id), answer);
    }
}
