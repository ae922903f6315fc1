package org.peekplatform.client.upstream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Does one after the other, in the order in which it came, on threads that others use too. */
final class InOrder implements Executor {
    private final Executor threads;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    InOrder(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        synchronized (this) {
            waiting.add(work);
            if (busy) {
                return;
            }
            busy = true;
        }
        try {
            threads.execute(this::drain);
        } catch (RejectedExecutionException none) { // as while WildFly is suspended
            synchronized (this) {
                busy = false; // it is done together with what comes next
            }
        }
    }

    private void drain() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private synchronized Runnable next() {
        Runnable next = waiting.poll();
        busy = next != null;
        return next;
    }
}
