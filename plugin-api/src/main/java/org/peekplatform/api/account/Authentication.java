package org.peekplatform.api.account;

import java.util.Optional;

/**
 * A directory of users that people on devices sign in with. A plugin publishes it on the server with {@link
 * org.peekplatform.api.PublishedApi}; while no plugin does, the platform's own accounts serve.
 *
 * @since 0.1
 */
public interface Authentication {

    /**
     * Checks name and password. Tries are throttled by the platform before.
     *
     * @return who it is; empty when they do not belong together, or nobody is told which
     */
    Optional<User> authenticate(String name, String password);
}
