package org.peekplatform.server.node;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JtaAfterCommitTest {
    private final Transaction transaction = new Transaction();
    private final JtaAfterCommit afterCommit = new JtaAfterCommit();
    private final List<String> done = new ArrayList<>();

    JtaAfterCommitTest() {
        afterCommit.transactions = transaction;
    }

    /** The container's registry, as far as it is used. */
    private static final class Transaction implements TransactionSynchronizationRegistry {
        private final List<Synchronization> waiting = new ArrayList<>();
        private int status = Status.STATUS_NO_TRANSACTION;

        void end(int how) {
            waiting.forEach(Synchronization::beforeCompletion);
            status = how;
            waiting.forEach(one -> one.afterCompletion(how));
            status = Status.STATUS_NO_TRANSACTION;
        }

        @Override
        public int getTransactionStatus() {
            return status;
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            waiting.add(synchronization);
        }

        @Override
        public Object getTransactionKey() {
            return this;
        }

        @Override
        public void putResource(Object key, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getResource(Object key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        @Override
        public boolean getRollbackOnly() {
            return status == Status.STATUS_MARKED_ROLLBACK;
        }
    }

    private void run() {
        afterCommit.run(() -> done.add("done"));
    }

    @Test
    void isDoneAtOnceWithoutATransaction() {
        run();
        assertThat(done).hasSize(1);
    }

    @Test
    void isDoneWhenTheTransactionHasCommitted() {
        transaction.status = Status.STATUS_ACTIVE;
        run();
        assertThat(done).isEmpty();
        transaction.end(Status.STATUS_COMMITTED);
        assertThat(done).hasSize(1);
    }

    @Test
    void isNotDoneWhenTheTransactionIsRolledBack() {
        transaction.status = Status.STATUS_ACTIVE;
        run();
        transaction.end(Status.STATUS_ROLLEDBACK);
        assertThat(done).isEmpty();
    }

    @Test
    void isNotDoneInATransactionThatCanOnlyBeRolledBack() {
        transaction.status = Status.STATUS_ACTIVE;
        transaction.setRollbackOnly();
        run();
        transaction.end(Status.STATUS_ROLLEDBACK);
        assertThat(done).isEmpty();
    }
}
