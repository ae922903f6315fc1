package org.peekplatform.server.credential;

import java.time.Instant;
import java.util.Optional;
import org.peekplatform.server.credential.NodeDoors.Identity;

/** What became of an order about a node's credential. */
public sealed interface CredentialOutcome {

    /**
     * A credential that is shown now and never again.
     *
     * @param overlapEnds until then the one before works as well, unless this one is used earlier; empty for a first one
     */
    record Issued(String node, Identity identity, Optional<Instant> overlapEnds) implements CredentialOutcome {}

    record Revoked() implements CredentialOutcome {}

    /** The platform has no such node. */
    record Unknown() implements CredentialOutcome {}

    /** Nothing was changed. */
    record Refused(String code, String message) implements CredentialOutcome {}
}
