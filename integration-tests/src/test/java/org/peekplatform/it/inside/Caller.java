package org.peekplatform.it.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import org.peekplatform.api.PublishedApi;
import org.peekplatform.plugins.noop.server.NoopApi;

/** Calls noop as another plugin would. */
@ApplicationScoped
public class Caller {
    @Inject
    @PublishedApi
    NoopApi noop;

    @Resource
    UserTransaction transaction;

    /** @return how many visits there are with this one */
    public long visit(String name) {
        return noop.greet(name).visits();
    }

    /** Visits in a transaction that is rolled back. */
    public long visitInVain(String name) throws SystemException, NotSupportedException {
        transaction.begin();
        try {
            return visit(name);
        } finally {
            transaction.rollback();
        }
    }
}
