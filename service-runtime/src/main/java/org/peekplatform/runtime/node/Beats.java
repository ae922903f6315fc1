package org.peekplatform.runtime.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * What is done again and again in an instance, on threads of the container. The container's own scheduler is not used: it
 * logs an error for each beat that falls into a suspension, which every clean stop begins with, and a beat that throws is
 * its last. Beats only hand work to the executor; what they do themselves takes no time.
 */
public final class Beats extends ScheduledThreadPoolExecutor {
    private static final Logger LOG = System.getLogger(Beats.class.getName());

    /** @param threads of the container */
    public Beats(ThreadFactory threads) {
        super(2, threads);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable beat, long initial, long delay, TimeUnit unit) {
        return super.scheduleWithFixedDelay(() -> beat(beat), initial, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable beat, long initial, long period, TimeUnit unit) {
        return super.scheduleAtFixedRate(() -> beat(beat), initial, period, unit);
    }

    private static void beat(Runnable beat) {
        try {
            beat.run();
        } catch (RejectedExecutionException suspended) {
            LOG.log(Level.DEBUG, "WildFly takes no work at the moment", suspended);
        } catch (RuntimeException e) { // the rim: the next beat must come
            LOG.log(Level.WARNING, "PEEK-3408 what is done again and again failed once; it is done again", e);
        }
    }
}
