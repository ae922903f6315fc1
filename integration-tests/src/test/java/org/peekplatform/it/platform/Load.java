package org.peekplatform.it.platform;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Callers that ask for a page without a pause from when it is made until it is closed. */
public final class Load implements AutoCloseable {
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();
    private final List<Thread> callers;
    private volatile boolean over;

    /** @param caller makes a caller for each thread */
    public Load(int threads, Supplier<RestClient> caller, String path) {
        callers = IntStream.range(0, threads)
                .mapToObj(i -> {
                    RestClient client = caller.get();
                    return new Thread(() -> call(client, path), "load-" + i);
                })
                .toList();
        callers.forEach(Thread::start);
    }

    private void call(RestClient client, String path) {
        while (!over) {
            try {
                Answer answer = client.get(path);
                answers.incrementAndGet();
                if (answer.status() != 200) {
                    failures.add(answer.toString());
                }
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
        }
    }

    public long answers() {
        return answers.get();
    }

    /** What went wrong so far, one line a request. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        over = true;
        try {
            for (Thread caller : callers) {
                caller.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
