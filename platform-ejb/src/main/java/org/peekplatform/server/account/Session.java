package org.peekplatform.server.account;

import java.time.Instant;

/**
 * Somebody is signed in.
 *
 * @param csrf the word that every change made with this session's cookie has to carry in a header
 * @param expires when it ends at the latest, whatever is done with it
 */
public record Session(Account account, String csrf, Instant expires) {
    @Override
    public String toString() {
        return "Session[" + account.name() + " until " + expires + "]";
    }
}
