package org.peekplatform.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.peekplatform.api.Service;

/** A platform that {@code ./peek} set up anew in a folder of its own. It is stopped when this is closed. */
final class PeekHome implements AutoCloseable {
    private static final String PASSWORD = "long enough for benchmarks";

    private final Path root;
    private final Path home;
    private final int offset;
    private final boolean split;
    private final Thread stopping = new Thread(this::stop);

    /** @param split a WildFly for each service; all services in one else */
    PeekHome(Path root, Path home, int offset, boolean split) {
        this.root = root;
        this.home = home;
        this.offset = offset;
        this.split = split;
        Runtime.getRuntime().addShutdownHook(stopping);
    }

    /** Sets up, starts, and sets the administrator's password. */
    Api up() {
        clear();
        List<String> words = new ArrayList<>(List.of("up", "--no-build", "--offset", String.valueOf(offset)));
        if (split) {
            words.add("--split");
        }
        peek(Map.of(), words.toArray(String[]::new));
        String once = read(base(Service.SERVER).resolve("data/peek/first-admin-password"))
                .strip();
        return new Api(server(), once).withPassword(PASSWORD);
    }

    /** The API after a start with data that were there before. */
    Api api() {
        return new Api(server(), PASSWORD);
    }

    private URI server() {
        return URI.create("http://127.0.0.1:" + (8080 + offset));
    }

    void startServer(String javaOptions) {
        peek(Map.of("PEEK_JAVA_OPTS", javaOptions), "start", "server");
    }

    void stop() {
        if (Files.exists(home.resolve("setup"))) {
            peek(Map.of(), "stop");
        }
    }

    /** The WildFlys, by the name that the tables give them. */
    Map<String, WildFlyProcess> processes() {
        Map<String, WildFlyProcess> processes = new LinkedHashMap<>();
        if (!split) {
            processes.put("all in one", process(Service.SERVER));
            return processes;
        }
        for (Service service : List.of(Service.SERVER, Service.CLIENT, Service.AGENT, Service.WORKER)) {
            processes.put(service.id(), process(service));
        }
        return processes;
    }

    WildFlyProcess process(Service service) {
        return new WildFlyProcess(base(service));
    }

    Path home() {
        return home;
    }

    Path base(Service service) {
        return split ? home.resolve("split").resolve(service.id()) : home.resolve("one");
    }

    void clear() {
        stop();
        try {
            if (Files.exists(home)) {
                try (Stream<Path> files = Files.walk(home)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void peek(Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of(root.resolve("peek").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString()));
        Command.run(environment, command);
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopping);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
