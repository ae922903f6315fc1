package org.peekplatform.api;

/**
 * A failure that only a bug, a broken network or a missing part of the platform causes. What a user can cause is a
 * value, not an exception.
 *
 * @since 0.1
 */
public class PeekException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable id of the failure, {@code PEEK-} and four digits
     * @param message what, which, consequence and cure, without the code
     */
    public PeekException(String code, String message) {
        super(code + " " + message);
        this.code = code;
    }

    /**
     * @param code stable id of the failure, {@code PEEK-} and four digits
     * @param message what, which, consequence and cure, without the code
     * @param cause what was caught
     */
    public PeekException(String code, String message, Throwable cause) {
        super(code + " " + message, cause);
        this.code = code;
    }

    /** Stable id of the failure, for logs and for callers that tell failures apart. */
    public String code() {
        return code;
    }
}
