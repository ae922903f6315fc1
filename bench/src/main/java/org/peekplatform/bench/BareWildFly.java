package org.peekplatform.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.EarLayout;
import org.peekplatform.core.kit.BuiltArchive;

/**
 * A WildFly with the server's configuration and the very EARs of the plugins, but without the platform: in the place of
 * its EAR stands one of the same name that holds nothing but the plugin API, against which the parts are linked.
 */
final class BareWildFly {
    private final Path root;
    private final PeekHome home;

    /** @param home nothing is set up in it yet */
    BareWildFly(Path root, PeekHome home, int offset) {
        this.root = root;
        this.home = home;
        home.clear();
        Path base = home.base(Service.SERVER);
        try {
            Files.createDirectories(base.resolve("deployments"));
            Path configuration = Files.createDirectories(base.resolve("configuration"));
            try (Stream<Path> files = Files.list(root.resolve(".run/wildfly/standalone/configuration"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, configuration.resolve(file.getFileName()));
                }
            }
            Files.writeString(base.resolve("node.properties"), "jboss.node.name=bare\n");
            Files.writeString(home.home().resolve("setup"), "mode=split\noffset=" + offset + "\n");
            cli(root.resolve("wildfly-config/server.cli"));
            deploy(List.of(standIn()));
            joined(base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a platform's EAR writes when it has joined, and what {@code ./peek} waits for. */
    private static void joined(Path base) throws IOException {
        Path folder = Files.createDirectories(base.resolve("data/peek").resolve(Service.SERVER.id()));
        Files.writeString(folder.resolve("joined"), "bare\n");
    }

    private Path standIn() throws IOException {
        Path ear = home.home().resolve(EarLayout.platformDeployment(Service.SERVER));
        Path platform = root.resolve("platform-ear/target").resolve(ear.getFileName());
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(platform));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(ear))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().matches("lib/.*plugin-api.*\\.jar")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
        }
        return ear;
    }

    /** Deploys the server's parts while it is stopped. */
    void deployParts(List<BuiltArchive> archives) {
        try {
            Path folder = Files.createDirectories(home.home().resolve("ears"));
            Map<BuiltArchive, Path> ears = new LinkedHashMap<>();
            for (BuiltArchive archive : archives) {
                Path ear = folder.resolve(
                        EarLayout.deploymentName(archive.descriptor().id(), Service.SERVER));
                ears.put(archive, Files.write(ear, entry(archive, EarLayout.archiveEntry(Service.SERVER))));
            }
            deploy(List.copyOf(ears.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] entry(BuiltArchive archive, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    in.transferTo(bytes);
                    return bytes.toByteArray();
                }
            }
        }
        throw new IOException("no entry " + name);
    }

    private void deploy(List<Path> ears) throws IOException {
        if (ears.isEmpty()) {
            return;
        }
        Path commands = home.home().resolve("deploy.cli");
        Files.writeString(
                commands,
                ears.stream()
                        .map(ear -> "deploy \"" + ear + "\"\n")
                        .collect(Collectors.joining(
                                "",
                                "embed-server --server-config=standalone.xml --std-out=discard\nbatch\n",
                                "run-batch\nstop-embedded-server\n")),
                StandardCharsets.UTF_8);
        cli(commands);
    }

    private void cli(Path commands) {
        // from the folder of the scripts, since they call each other by relative names
        Command.run(
                Map.of("JAVA_OPTS", "-Djboss.server.base.dir=" + home.base(Service.SERVER)),
                List.of(
                        "bash",
                        "-c",
                        "cd \"$1/wildfly-config\" && ../.run/wildfly/bin/jboss-cli.sh --file=\"$2\"",
                        "cli",
                        root.toString(),
                        commands.toString()));
    }
}
