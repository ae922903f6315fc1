package org.peekplatform.runtime.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Work that must not get lost while WildFly is suspended and takes none: it is offered again every second until it is taken,
 * or the instance goes.
 */
public final class PatientExecutor implements Executor {
    private static final Logger LOG = System.getLogger(PatientExecutor.class.getName());

    private final Executor executor;
    private final ScheduledExecutorService timer;

    public PatientExecutor(Executor executor, ScheduledExecutorService timer) {
        this.executor = executor;
        this.timer = timer;
    }

    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException suspended) {
            offerAgain(work);
        }
    }

    private void offerAgain(Runnable work) {
        try {
            timer.schedule(() -> execute(work), 1, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "the instance goes, and work with it", stopping);
        }
    }
}
