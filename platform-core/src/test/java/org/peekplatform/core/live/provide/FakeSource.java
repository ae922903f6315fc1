package org.peekplatform.core.live.provide;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.TupleSelector;

/** A plugin's provider, under the control of a test. */
final class FakeSource implements TupleSource {
    final AtomicInteger loads = new AtomicInteger();
    volatile List<?> value = new ArrayList<>();
    volatile boolean open = true;
    volatile Callable<List<?>> behaviour = () -> value;

    FakeSource(Object... value) {
        this.value = List.of(value);
    }

    @Override
    public List<?> load(TupleSelector selector) throws Exception {
        loads.incrementAndGet();
        return behaviour.call();
    }

    @Override
    public boolean allows(User user, TupleSelector selector) {
        return open;
    }
}
