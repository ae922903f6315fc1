package org.peekplatform.bench;

/** Counts the live objects of a WildFly again and again until it is closed; each count is a full collection. */
final class LiveWatch {
    private final WildFlyProcess process;
    private final Thread thread = new Thread(this::count);
    private volatile boolean ended;
    private double most;

    LiveWatch(WildFlyProcess process) {
        this.process = process;
        thread.start();
    }

    private void count() {
        do {
            most = Math.max(most, process.live());
        } while (!ended);
    }

    /** Ends the watch. @return most megabytes of live objects at a time */
    double end() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return most;
    }
}
