package org.peekplatform.server.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** The container's transactions. */
@ApplicationScoped
public class ContainerTransactions implements Transactions {
    @Override
    @Transactional(rollbackOn = Exception.class)
    public <T> T run(Supplier<T> work) {
        return work.get();
    }
}
