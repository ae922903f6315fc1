package org.peekplatform.runtime.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A call on the wire.
 *
 * @param plugin whose part provides the contract
 * @param contract binary name of the interface
 * @param method name and parameter types, as {@link Signature#of} writes them
 */
record CallMessage(String plugin, String contract, String method, List<JsonNode> arguments) {
    static final String KIND = "call";

    /** The caller has given up. */
    static final String CANCEL = "call.cancel";

    /** @param call id of the message that asked */
    record Cancellation(String call) {}
}
