package org.peekplatform.server.account;

/**
 * A new session with its token, which is known here and now only: it goes into the cookie and is stored as a digest.
 */
public record OpenedSession(String token, Session session) {
    @Override
    public String toString() {
        return "OpenedSession[" + session.account().name() + "]";
    }
}
