package org.peekplatform.runtime.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.peekplatform.api.call.CallFailedException.Reason;

/**
 * The answer to a call on the wire: a value, or the reason why there is none.
 *
 * @param value JSON null where the method returned null or nothing
 */
record CallReply(JsonNode value, Optional<Reason> failed, Optional<String> message) {
    static CallReply value(JsonNode value) {
        return new CallReply(value, Optional.empty(), Optional.empty());
    }

    static CallReply failed(Reason reason, String message) {
        return new CallReply(null, Optional.of(reason), Optional.of(message));
    }
}
