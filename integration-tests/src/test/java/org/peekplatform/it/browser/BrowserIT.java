package org.peekplatform.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Untouched;

/** From the first sign-in to noop's own page, then stopping and uninstalling, as an administrator clicks it. */
@ExtendWith(Untouched.class)
class BrowserIT {
    private static final Path TESTS = Path.of(System.getProperty("peek.root"), "frontend", "e2e");
    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    @TempDir
    Path results;

    @Test
    void dropsNoopOnThePageAndSeesItRunEverywhere(Platform platform) throws Exception {
        if (!Files.isDirectory(TESTS.resolve("node_modules"))) {
            run(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
        }
        run(
                List.of("npm", "test"),
                Map.of(
                        "PEEK_URL", platform.server().toString(),
                        "PEEK_ADMIN_PASSWORD_FILE",
                                platform.oneTimePasswordFile().toString(),
                        "PEEK_NOOP_ZIP",
                                Path.of(System.getProperty("peek.noop"))
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString(),
                        "PEEK_E2E_OUTPUT", results.toString(),
                        "CHROMIUM", browser()));
    }

    private static String browser() {
        return BROWSERS.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no browser among " + BROWSERS + ": install Chromium"));
    }

    private static void run(List<String> command, Map<String, String> environment)
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
