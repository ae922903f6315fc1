package org.peekplatform.runtime.sync;

/**
 * A step that cannot be judged, since what it was about goes down under it: this WildFly, or the platform's EAR. Nothing
 * is remembered of it, so that it is taken again when all is up.
 */
final class StepGivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepGivenUpException(String message) {
        super(message);
    }
}
