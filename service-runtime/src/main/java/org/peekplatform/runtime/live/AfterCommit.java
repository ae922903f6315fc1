package org.peekplatform.runtime.live;

/** Puts work off until the caller's transaction has committed; without a transaction it is done at once. */
public interface AfterCommit {
    void run(Runnable work);

    boolean isInTransaction();
}
