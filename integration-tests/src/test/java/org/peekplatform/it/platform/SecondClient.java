package org.peekplatform.it.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.peekplatform.api.Service;

/** One more client service beside four WildFlys, set up as an operator does it: docs/operations.md §2, command by command. */
public final class SecondClient implements AutoCloseable {
    public static final String NAME = "client2";

    private static final int BESIDE = 50;

    private final Platform platform;
    private final Path root;
    private final Path base;
    private final int offset;
    private Process wildfly;

    public SecondClient(Platform platform) {
        this.platform = platform;
        this.root = Path.of(System.getProperty("peek.root")).toAbsolutePath().normalize();
        this.base = platform.data(Service.CLIENT).getParent().resolveSibling(NAME);
        this.offset = platform.topology().offset(Service.CLIENT) + BESIDE;
        try {
            setUp();
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setUp() throws IOException {
        Path wildflyHome = root.resolve(".run/wildfly");
        Path properties = base.resolve("client2.properties");
        Files.createDirectories(base.resolve("deployments"));
        try (Stream<Path> files = Files.list(wildflyHome.resolve("standalone/configuration"))) {
            Path configuration = Files.createDirectories(base.resolve("configuration"));
            for (Path file : files.toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()));
            }
        }
        PeekScript.execute(List.of(
                root.resolve("wildfly-config/add-node").toString(),
                NAME,
                "client",
                "--wildfly",
                wildflyHome.toString(),
                "--controller",
                "127.0.0.1:" + platform.managementPort(Service.SERVER),
                "--link",
                "127.0.0.1:" + platform.linkPort(),
                "--out",
                properties.toString()));
        PeekScript.execute(List.of(
                "bash",
                "-c",
                "cd \"$1/wildfly-config\" && JAVA_OPTS=-Djboss.server.base.dir=\"$2\" ../.run/wildfly/bin/jboss-cli.sh --file=client.cli",
                "cli",
                root.toString(),
                base.toString()));
        Path ear = base.resolve("deployments/peek-client.ear");
        Files.copy(root.resolve("client-ear/target/peek-client.ear"), ear);
        Files.createFile(ear.resolveSibling("peek-client.ear.dodeploy"));
    }

    private void start() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                root.resolve(".run/wildfly/bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.socket.binding.port-offset=" + offset,
                "-P",
                base.resolve("client2.properties").toString());
        command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
        wildfly = command.redirectErrorStream(true)
                .redirectOutput(base.resolve("console.log").toFile())
                .start();
        platform.awaitConnected(NAME);
    }

    /** The administrator on a device of this service. */
    public RestClient device() {
        return RestClient.device(URI.create("http://127.0.0.1:" + (8080 + offset)), Platform.ADMIN, Platform.PASSWORD);
    }

    /** As when the power fails. */
    public void kill() {
        wildfly.descendants().forEach(ProcessHandle::destroyForcibly);
        wildfly.destroyForcibly();
    }

    @Override
    public void close() {
        wildfly.descendants().forEach(ProcessHandle::destroy);
        try {
            if (!wildfly.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
            PeekScript.execute(List.of(
                    root.resolve("wildfly-config/remove-node").toString(),
                    NAME,
                    "--wildfly",
                    root.resolve(".run/wildfly").toString(),
                    "--controller",
                    "127.0.0.1:" + platform.managementPort(Service.SERVER)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
