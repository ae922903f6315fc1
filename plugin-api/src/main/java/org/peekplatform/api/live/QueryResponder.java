package org.peekplatform.api.live;

import org.peekplatform.api.account.User;

/**
 * Answers a query.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface QueryResponder<Q extends Query<R>, R> {

    /**
     * Runs on a thread of the platform, without a transaction; it is interrupted when the device gives up.
     *
     * @param user who is signed in on the device, on the platform's word
     */
    R respond(Q query, User user) throws Exception;
}
