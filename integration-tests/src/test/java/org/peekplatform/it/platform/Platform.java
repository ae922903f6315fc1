package org.peekplatform.it.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.peekplatform.api.Service;

/** A platform that was set up anew and runs, with an administrator whose password is set. */
public final class Platform implements AutoCloseable {
    /** Instances of the four services. */
    public static final String[] EVERYWHERE = {"server1", "client1", "agent1", "worker1"};

    public static final String ADMIN = "admin";
    public static final String PASSWORD = "long enough for tests";

    private final Topology topology;
    private final Path home;
    private final PeekScript peek;
    private final RestClient rest;

    private Platform(Topology topology, Path home) {
        this.topology = topology;
        this.home = home;
        this.peek = new PeekScript(home);
        this.rest = RestClient.basic(server(), ADMIN, PASSWORD);
    }

    static Platform up(Topology topology) {
        Path home = Path.of(System.getProperty("peek.home"), topology.name().toLowerCase(Locale.ROOT));
        Platform platform = new Platform(topology, home);
        platform.clear();
        List<String> words =
                new ArrayList<>(List.of("up", "--no-build", "--offset", String.valueOf(topology.offset())));
        words.addAll(topology.words());
        boolean ready = false;
        try {
            if (topology == Topology.ON_POSTGRESQL) {
                platform.switchTo(PostgresServer.start());
            }
            platform.peek.run(words.toArray(String[]::new));
            if (topology != Topology.UNTOUCHED) {
                platform.setPassword();
                platform.awaitConnected(EVERYWHERE);
            }
            ready = true;
            return platform;
        } finally {
            if (!ready) {
                platform.close();
            }
        }
    }

    private void switchTo(PostgresServer database) {
        peek.runTelling(database.password(), "postgresql", database.url(), database.user());
    }

    Topology topology() {
        return topology;
    }

    /** Waits until the server hears all these instances. */
    public void awaitConnected(String... instances) {
        Await.until(
                "connected: " + List.of(instances),
                Plugins.PATIENCE,
                this::connected,
                connected -> connected.containsAll(List.of(instances)));
    }

    /** Names of the instances that the server hears. */
    public List<String> connected() {
        List<String> connected = new ArrayList<>();
        rest.get("/api/v1/instances").expecting(200).json().path("instances").forEach(instance -> {
            if (instance.path("state").asText().equals("CONNECTED")) {
                connected.add(instance.path("name").asText());
            }
        });
        return connected;
    }

    private void clear() {
        if (!Files.exists(home)) {
            return;
        }
        if (Files.exists(home.resolve("setup"))) {
            peek.run("stop");
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setPassword() {
        RestClient first = RestClient.basic(server(), ADMIN, oneTimePassword());
        first.put("/api/v1/session/password", Map.of("current", oneTimePassword(), "replacement", PASSWORD))
                .expecting(200);
    }

    private String oneTimePassword() {
        return read(oneTimePasswordFile()).strip();
    }

    /** Where the server wrote the first administrator's password. */
    public Path oneTimePasswordFile() {
        return data(Service.SERVER).resolve("peek/first-admin-password");
    }

    public URI server() {
        return URI.create("http://127.0.0.1:" + (8080 + topology.offset(Service.SERVER)));
    }

    /** The administrator, with name and password on every request. */
    public RestClient rest() {
        return rest;
    }

    /** The administrator in a browser. */
    public RestClient session() {
        return RestClient.session(server(), ADMIN, PASSWORD);
    }

    /** The administrator on a device of the client service. */
    public RestClient device() {
        return RestClient.device(client(), ADMIN, PASSWORD);
    }

    /** The client service. */
    public URI client() {
        return URI.create("http://127.0.0.1:" + (8080 + topology.offset(Service.CLIENT)));
    }

    /** Where the server's broker takes the links of the nodes. */
    public int linkPort() {
        return 5445 + topology.offset(Service.SERVER);
    }

    /** Where the server takes the links of nodes over TLS. */
    public int tlsPort() {
        return 5446 + topology.offset(Service.SERVER);
    }

    /** Certificates of the link. */
    public Certificates certificates() {
        return new Certificates(home.resolve("tls"));
    }

    /** What an instance says that it has done since it started; a few seconds old. */
    public JsonNode counters(String instance) {
        for (JsonNode one : rest.get("/api/v1/instances").expecting(200).json().path("instances")) {
            if (one.path("name").asText().equals(instance)) {
                return one.path("counters");
            }
        }
        throw new AssertionError("no instance '" + instance + "'");
    }

    /** System properties with which the WildFly of a node starts. */
    public String nodeProperties(Service service) {
        return read(nodePropertiesFile(service));
    }

    /** Restarts the WildFly of a node with these properties, and waits until everybody is there. */
    public void restartWith(Service service, String properties) {
        startWith(service, properties);
        awaitConnected(EVERYWHERE);
    }

    /** Restarts a WildFly with these properties. */
    public void startWith(Service service, String properties) {
        stop(service);
        try {
            Files.writeString(nodePropertiesFile(service), properties, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(service);
    }

    private Path nodePropertiesFile(Service service) {
        return home.resolve(topology.folder(service)).resolve("node.properties");
    }

    public RestClient nobody() {
        return RestClient.nobody(server());
    }

    public Plugins plugins() {
        return new Plugins(rest);
    }

    /** Data folder of the WildFly of a service. */
    public Path data(Service service) {
        return home.resolve(topology.folder(service)).resolve("data");
    }

    /** Everything that the WildFly of a service has logged so far. */
    public String log(Service service) {
        return read(home.resolve(topology.folder(service)).resolve("log/server.log"));
    }

    /** What the broker has refused nodes so far. */
    public String refusals() {
        return read(home.resolve(topology.folder(Service.SERVER)).resolve("log/refused.log"));
    }

    /** Process id of the WildFly of a service. */
    public long pid(Service service) {
        return Long.parseLong(
                read(home.resolve(topology.folder(service)).resolve("pid")).strip());
    }

    /** A command of the management interface of that service's WildFly; gives what it printed. */
    public String cli(Service service, String command) {
        return PeekScript.cli(managementPort(service), command);
    }

    /** Bytes that the JVM of a service holds when what it does not need is gone. */
    public long heapAfterCollection(Service service) {
        String memory = "/core-service=platform-mbean/type=memory:";
        cli(service, memory + "gc");
        String usage = cli(service, memory + "read-attribute(name=heap-memory-usage)");
        return Long.parseLong(usage.replaceAll("(?s).*\"used\" => (\\d+)L.*", "$1"));
    }

    int managementPort(Service service) {
        return 9990 + topology.offset(service);
    }

    /** Deployments that WildFly's management interface shows, with whether they are enabled. */
    public Map<String, String> deployments(Service service) {
        Map<String, String> deployments = new TreeMap<>();
        cli(service, "deployment-info")
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> words.length == 5 && words[0].endsWith(".ear"))
                .forEach(words -> deployments.put(words[0], words[3]));
        return deployments;
    }

    public void stop(Service service) {
        peek.run("stop", service.id());
    }

    public void start(Service service) {
        peek.run("start", service.id());
    }

    /** Swaps the platform's EAR of a service in its running WildFly. */
    public void redeploy(Service service) {
        peek.run("redeploy", service.id(), "--no-build");
    }

    /** As when the power fails. */
    public void kill(Service service) {
        peek.run("kill", service.id());
    }

    @Override
    public void close() {
        peek.run("stop");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
