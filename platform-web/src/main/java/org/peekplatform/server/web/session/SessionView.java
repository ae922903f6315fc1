package org.peekplatform.server.web.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.SortedSet;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.account.Session;

/**
 * Who is signed in.
 *
 * @param csrf to send as {@code X-Peek-Csrf} with each change; absent for clients that send their password each time
 * @param mustChangePassword the password has to be changed before anything else
 */
public record SessionView(
        AccountView account,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> csrf,
        boolean mustChangePassword) {
    public record AccountView(String name, SortedSet<String> roles) {}

    static SessionView of(Session session) {
        return of(session.account(), Optional.of(session.csrf()));
    }

    static SessionView of(Account account, Optional<String> csrf) {
        return new SessionView(new AccountView(account.name(), account.roles()), csrf, account.mustChange());
    }
}
