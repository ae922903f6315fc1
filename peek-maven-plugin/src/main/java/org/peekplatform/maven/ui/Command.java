package org.peekplatform.maven.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Runs a tool and shows what it says. */
final class Command {
    private static final int TAIL = 30;

    private final Path folder;
    private final Consumer<String> log;

    Command(Path folder, Consumer<String> log) {
        this.folder = folder;
        this.log = log;
    }

    /**
     * @throws IOException when the tool cannot be started or does not end with 0; the message holds its last lines
     */
    void run(String... words) throws IOException {
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        Deque<String> tail = show(process);
        int code = end(process);
        if (code != 0) {
            throw new IOException("PEEK-2322 '" + String.join(" ", words) + "' ended with " + code
                    + ". The pages were not built. It said:\n" + String.join("\n", tail));
        }
    }

    private Deque<String> show(Process process) throws IOException {
        Deque<String> tail = new ArrayDeque<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.accept(line);
                tail.addLast(line);
                if (tail.size() > TAIL) {
                    tail.removeFirst();
                }
            }
        }
        return tail;
    }

    private static int end(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a tool was running");
        }
    }
}
