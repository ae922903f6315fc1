package org.peekplatform.core.live.wire;

import java.util.List;
import java.util.Optional;
import org.peekplatform.api.account.User;

/** What a client service asks the server, as headers or bodies on the link. */
public final class Requests {
    private Requests() {}

    /**
     * An action of a device; the body follows the header as the device sent it.
     *
     * @param session on whose behalf
     * @param a plugin and action
     * @param n the device's number for it
     */
    public record Act(String session, String device, String id, String a, long n) {}

    /** A query of a device; the body follows. */
    public record Ask(String session, String id, String q, long timeout) {}

    /** A query is given up. */
    public record Cancel(String session, String id) {}

    /** May who has this session observe these selectors? Without selectors: is the session good? */
    public record Permit(String session, List<String> keys) {}

    /** @param user empty when the session is over */
    public record Permitted(Optional<User> user, List<Headers.Trouble> refused) {}

    public record PermitAll(List<Permit> permits) {}

    /** Answers in the order of the questions. */
    public record PermittedAll(List<Permitted> answers) {}
}
