package org.peekplatform.runtime.live;

/** Puts work off until the caller's transaction has committed; without a transaction it is done at once. */
@FunctionalInterface
public interface AfterCommit {
    void run(Runnable work);

    /** Whether the caller has a transaction. */
    default boolean isInTransaction() {
        return false;
    }
}
