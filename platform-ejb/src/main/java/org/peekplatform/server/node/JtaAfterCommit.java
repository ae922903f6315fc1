package org.peekplatform.server.node;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.peekplatform.runtime.live.AfterCommit;

/** The container's transactions. */
@ApplicationScoped
public class JtaAfterCommit implements AfterCommit {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Override
    public void run(Runnable work) {
        switch (transactions.getTransactionStatus()) {
            case Status.STATUS_ACTIVE -> afterwards(work);
            case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK -> {
                // it will not have happened
            }
            default -> work.run();
        }
    }

    @Override
    public boolean isInTransaction() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    private void afterwards(Runnable work) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }
}
