package org.peekplatform.it.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./peek} of this source tree on one home folder. */
final class PeekScript {
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private final Path home;

    PeekScript(Path home) {
        this.home = home;
    }

    /** @return what it printed; fails with it when the script did */
    String run(String... words) {
        return runTelling("", words);
    }

    /** @param input what it reads */
    String runTelling(String input, String... words) {
        List<String> command = new ArrayList<>(List.of(root().resolve("peek").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString()));
        return execute(command, input);
    }

    /** A command of WildFly's own command line tool. */
    static String cli(int managementPort, String command) {
        return execute(
                List.of(
                        root().resolve(".run/wildfly/bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--controller=127.0.0.1:" + managementPort,
                        "--command=" + command),
                "");
    }

    static String execute(List<String> command) {
        return execute(command, "");
    }

    private static String execute(List<String> command, String input) {
        try {
            // A file, since the WildFly that the script leaves behind must not hold our end of a pipe open.
            Path said = Files.createTempFile("peek-it-", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                try (Writer told = process.outputWriter(UTF_8)) {
                    told.write(input);
                }
                if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(
                            command + " has not ended within " + LONGEST + ":\n" + Files.readString(said));
                }
                String output = Files.readString(said, UTF_8);
                if (process.exitValue() != 0) {
                    throw new AssertionError(command + " failed:\n" + output);
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

    private static Path root() {
        return Path.of(System.getProperty("peek.root")).normalize();
    }
}
