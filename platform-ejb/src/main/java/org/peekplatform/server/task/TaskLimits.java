package org.peekplatform.server.task;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How many tasks may be under way at once.
 *
 * @param slowShare of the workers' threads that tasks of one plugin may hold that take long, from 0 to 1
 */
public record TaskLimits(double slowShare) {
    private static final String SHARE = "peek.tasks.share-of-one-plugin";
    private static final int SLOW_AHEAD = 2;

    /** Quick ones for each thread: while so many are performed, the results before them are written. */
    static final int QUICK_AHEAD = 32;

    public TaskLimits {
        if (!(slowShare > 0 && slowShare <= 1)) {
            throw new IllegalArgumentException("PEEK-4015 " + SHARE + " is " + slowShare
                    + ", it must be above 0 and at most 1. The server does not start. Correct the system property.");
        }
    }

    /** @param property gives the value of a system property, or null */
    public static TaskLimits of(UnaryOperator<String> property) {
        return new TaskLimits(
                Optional.ofNullable(property.apply(SHARE)).map(Double::valueOf).orElse(0.75));
    }

    /** Slow ones in all: beside those that run, as many in the queue, so that no thread waits for the server. */
    int slow(int threads) {
        return threads * SLOW_AHEAD;
    }

    int slowOfPlugin(int threads) {
        return Math.max(1, (int) (threads * slowShare));
    }
}
