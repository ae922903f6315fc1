package org.peekplatform.core.problem;

import static java.util.Objects.requireNonNull;

/**
 * One reason for a refusal: {@code PEEK-20xx} descriptor, {@code PEEK-21xx} plan, {@code PEEK-22xx} archive.
 *
 * @param code stable id
 * @param message what, which, consequence and cure, without the code
 */
public record Problem(String code, String message) {
    public Problem {
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
    }

    /** The line to show: code and message. */
    @Override
    public String toString() {
        return code + " " + message;
    }
}
