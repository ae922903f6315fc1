package org.peekplatform.runtime.hook;

/** How it went with the hook of a deployed part. */
public sealed interface PartOutcome {

    /** Waiting for parts that it requires, or its hook is being called. */
    record Starting() implements PartOutcome {}

    /** Its hook has started. */
    record Started() implements PartOutcome {}

    /** Its hook failed, or did not return in time. */
    record Failed(String reason) implements PartOutcome {}
}
