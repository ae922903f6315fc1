package org.peekplatform.api.live;

import org.peekplatform.api.Registration;

/**
 * What devices may ask the plugin's server part to do, and to tell.
 *
 * @since 0.1
 */
public interface Actions {

    /**
     * Takes actions of one type.
     *
     * @param action a record
     * @param access who may do it, and with which values
     * @throws IllegalStateException when this part takes the type already
     */
    <A extends Action<R>, R> Registration on(
            Class<A> action, Access<? super A> access, ActionProcessor<A, R> processor);

    /**
     * Answers queries of one type.
     *
     * @param query a record
     * @param access who may ask it, and with which values
     * @throws IllegalStateException when this part answers the type already
     */
    <Q extends Query<R>, R> Registration answer(
            Class<Q> query, Access<? super Q> access, QueryResponder<Q, R> responder);
}
