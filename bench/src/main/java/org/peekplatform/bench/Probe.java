package org.peekplatform.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks for a page every ten milliseconds, in a thread of its own, and notes when it does not answer 200. */
final class Probe {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final Thread thread = new Thread(this::ask);
    private volatile boolean ended;
    private long asked;
    private long failed;
    private long silent;

    private Probe(HttpRequest request) {
        this.request = request;
    }

    static Probe start(HttpRequest request) {
        Probe probe = new Probe(request);
        probe.thread.start();
        return probe;
    }

    private void ask() {
        boolean failing = false;
        long since = 0;
        while (!ended) {
            long now = System.nanoTime();
            boolean answered = answers();
            asked++;
            if (!answered) {
                failed++;
                since = failing ? since : now;
            } else if (failing) {
                silent += now - since;
            }
            failing = !answered;
            LockSupport.parkNanos(PAUSE);
        }
        silent += failing ? System.nanoTime() - since : 0;
    }

    private boolean answers() {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Seen end() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Seen(asked, failed, Duration.ofNanos(silent));
    }

    /**
     * What a probe saw.
     *
     * @param silent from the first failed request to the first that was answered, all such times together
     */
    record Seen(long asked, long failed, Duration silent) {}
}
