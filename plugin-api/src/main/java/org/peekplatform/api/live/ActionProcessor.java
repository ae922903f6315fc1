package org.peekplatform.api.live;

/**
 * Carries an action out.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ActionProcessor<A extends Action<R>, R> {

    /**
     * Runs in a transaction of the platform, in which it is also noted that the action was carried out: what it changes
     * in the database takes effect exactly once. What it does outside of the transaction it may do again after a crash.
     * Actions of one device to one plugin come one after the other, in the order in which they were made.
     *
     * @return what the device gets; null for {@code Void}
     * @throws ActionRefusedException with a sentence for the user; the transaction is rolled back
     * @throws Exception anything else: the user is told that it failed, with an identifier that is in the log; rolled back
     */
    R process(A action, ActionContext context) throws Exception;
}
