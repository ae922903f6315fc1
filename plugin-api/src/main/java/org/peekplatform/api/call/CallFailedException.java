package org.peekplatform.api.call;

import org.peekplatform.api.PeekException;

/**
 * A call to another service brought no answer. {@link #reason()} tells whether it may be repeated without asking.
 *
 * @since 0.1
 */
public class CallFailedException extends PeekException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** No instance that the target names is connected; the call was not sent. */
        NOBODY_THERE,
        /** The instance runs no provider of the contract; nothing was done. */
        NOT_PROVIDED,
        /** No answer in time; the call may or may not have taken effect. */
        TIMEOUT,
        /** The provider threw; its message is part of this one. */
        THROWN,
        /** The message could not be sent, or the answer could not be read. */
        TRANSPORT,
        /** The provider does not take calls from this service; nothing was done. */
        NOT_ALLOWED
    }

    private final Reason reason;

    /**
     * @param reason why there is no answer
     * @param message what, which, consequence and cure, without the code
     */
    public CallFailedException(Reason reason, String message) {
        super("PEEK-310" + (reason.ordinal() + 1), message);
        this.reason = reason;
    }

    /**
     * @param reason why there is no answer
     * @param message what, which, consequence and cure, without the code
     * @param cause what was caught
     */
    public CallFailedException(Reason reason, String message, Throwable cause) {
        super("PEEK-310" + (reason.ordinal() + 1), message, cause);
        this.reason = reason;
    }

    /** Why there is no answer. */
    public Reason reason() {
        return reason;
    }
}
