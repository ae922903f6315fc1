package org.peekplatform.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Command {
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private Command() {}

    /** @return what it printed */
    static String run(Map<String, String> environment, List<String> words) {
        try {
            // A file, since a WildFly that a script leaves behind must not hold our end of a pipe open.
            Path said = Files.createTempFile("peek-bench-", ".log");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(
                            words + " has not ended within " + LONGEST + ":\n" + Files.readString(said));
                }
                String output = Files.readString(said, UTF_8);
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(words + " failed:\n" + output);
                }
                return output;
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
