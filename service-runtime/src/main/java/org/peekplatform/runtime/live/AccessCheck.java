package org.peekplatform.runtime.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.Access;
import org.peekplatform.runtime.part.PartContext;

/** Asks a plugin's rule in the context of its part. */
public final class AccessCheck {
    private static final Logger LOG = System.getLogger(AccessCheck.class.getName());

    private AccessCheck() {}

    /** Deny by default: whatever the rule throws counts as no. */
    public static <S> boolean allows(PartContext context, Access<? super S> access, User user, S subject) {
        try {
            return context.call(() -> access.allows(user, subject));
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) { // the rim: the plugin's own code
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-4215 a rule of access failed for '" + user.name() + "'; it counts as no",
                    e);
            return false;
        }
    }
}
