package org.peekplatform.it.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs tests of {@code frontend/e2e} in the browser of this machine. */
public final class BrowserTests {
    private static final Path TESTS = Path.of(System.getProperty("peek.root"), "frontend", "e2e");
    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private BrowserTests() {}

    /**
     * @param script of {@code package.json}
     * @param results folder for what the tests leave
     * @param environment what they have to know
     */
    public static void run(String script, Path results, Map<String, String> environment)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(TESTS.resolve("node_modules"))) {
            execute(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("PEEK_E2E_OUTPUT", results.toString());
        all.put("CHROMIUM", browser());
        execute(List.of("npm", "run", script), all);
    }

    private static String browser() {
        return BROWSERS.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no browser among " + BROWSERS + ": install Chromium"));
    }

    private static void execute(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("peek-browser-", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(TESTS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(8, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertThat(ended && process.exitValue() == 0)
                    .as(() -> command + " failed:\n" + read(said))
                    .isTrue();
        } finally {
            Files.delete(said);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            return "its output cannot be read: " + e;
        }
    }
}
