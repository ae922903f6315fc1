package org.peekplatform.it.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.Answer;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;

/** The life of plugins from the upload to the uninstall. */
@ExtendWith(AllInOne.class)
class PluginLifeIT {
    private final Platform platform;
    private final Plugins plugins;

    PluginLifeIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    @BeforeEach
    void startWithoutPlugins() {
        plugins.removeAll();
    }

    @Test
    void noopRunsOnEveryServiceAndItsPartsTalk() {
        plugins.install(Plugins.built("noop"));

        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        RestClient browser = platform.session();
        JsonNode answers = Await.until(
                "all parts of noop answer",
                Plugins.PATIENCE,
                () -> browser.get("/server/noop/answers").json(),
                all -> Stream.of("agent", "worker", "database", "workerDatabase", "client")
                        .allMatch(part -> all.path(part).has("value")));
        assertThat(answers.at("/agent/value").asText()).isEqualTo("there and back");
        assertThat(answers.at("/agent/instance").asText()).isEqualTo("agent1");
        assertThat(answers.at("/worker/value").asText()).isEqualTo("1 + 2 + 3 + 4 = 10");
        assertThat(answers.at("/worker/instance").asText()).isEqualTo("worker1");
        assertThat(answers.at("/database/value").asText()).startsWith("row ");
        assertThat(answers.at("/workerDatabase/instance").asText()).isEqualTo("worker1");
        assertThat(answers.at("/workerDatabase/value").asText()).contains("a worker, one of ");
        assertThat(answers.at("/client/instance").asText()).isEqualTo("client1");
    }

    @Test
    void aPluginUsesTheApiOfAnother() {
        plugins.install(Plugins.built("noop"));
        plugins.install(Plugins.built("noop-guest"));

        plugins.awaitPlugin("noop-guest").running("1.0.0", "server1", "client1");
        JsonNode greeting = platform.session()
                .get("/server/noop-guest/greeting")
                .expecting(200)
                .json();
        assertThat(greeting.path("text").asText()).isNotBlank();
        assertThat(greeting.path("visits").asLong()).isPositive();
    }

    @Test
    void theInstancesOfAllServicesAreConnected() {
        JsonNode instances =
                platform.rest().get("/api/v1/instances").expecting(200).json().path("instances");

        assertThat(instances)
                .extracting(i -> i.path("name").asText() + " "
                        + i.path("service").asText() + " " + i.path("state").asText())
                .containsExactlyInAnyOrder(
                        "server1 server CONNECTED",
                        "client1 client CONNECTED",
                        "agent1 agent CONNECTED",
                        "worker1 worker CONNECTED");
    }

    @Test
    void everyChangeIsInTheAuditTrail() {
        plugins.install(named("audited").everywhere());
        plugins.done(plugins.stop("audited"));
        plugins.done(plugins.start("audited"));
        plugins.done(plugins.uninstall("audited", "keep"));

        List<String> deeds = Stream.of("install", "stop", "start", "uninstall")
                .flatMap(kind -> Stream.of(
                        "admin plugin." + kind + " audited ordered", "admin plugin." + kind + " audited done"))
                .toList();
        assertThat(audit())
                .containsAll(deeds)
                .contains(
                        "platform part.state audited 1.0.0 on server1 RUNNING",
                        "platform part.state audited 1.0.0 on agent1 STOPPED",
                        "platform part.state audited 1.0.0 on worker1 RUNNING");
    }

    private List<String> audit() {
        return Stream.of(platform.rest()
                        .get("/api/v1/audit?limit=200")
                        .expecting(200)
                        .json())
                .flatMap(list ->
                        Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
                .map(row -> String.join(
                        " ",
                        row.path("actor").asText(),
                        row.path("action").asText(),
                        row.path("subject").asText(),
                        row.path("outcome").asText()))
                .toList();
    }

    @Test
    void aStoppedPluginAnswersNoMoreUntilItIsStarted() {
        plugins.install(named("paused").everywhere().webOn(Service.SERVER));
        RestClient browser = platform.session();

        plugins.done(plugins.stop("paused"));
        plugins.awaitPlugin("paused").stopped("1.0.0", EVERYWHERE);
        assertThat(browser.get("/server/paused/title").status()).isEqualTo(404);

        plugins.done(plugins.start("paused"));
        plugins.awaitPlugin("paused").running("1.0.0", EVERYWHERE);
        assertThat(browser.get("/server/paused/title").expecting(200).text()).isEqualTo("paused 1.0.0");
    }

    @Test
    void aProviderIsNeitherStoppedNorRemovedWhileADependentRuns() {
        plugins.install(named("provider").publishing());
        plugins.install(named("consumer").consuming("provider", ">=1"));
        assertThat(plugins.find("provider").orElseThrow().path("dependents"))
                .extracting(JsonNode::asText)
                .containsExactly("consumer");

        Answer stop = plugins.stop("provider").expecting(409);
        Answer uninstall = plugins.uninstall("provider", "drop").expecting(409);

        assertThat(stop.text()).contains("'provider'").contains("'consumer'").contains("PEEK-2114");
        assertThat(uninstall.text()).contains("'consumer'").contains("PEEK-2114");
        plugins.awaitPlugin("provider").running("1.0.0", "server1");
        plugins.done(plugins.stop("consumer"));
        plugins.done(plugins.stop("provider"));
        plugins.awaitPlugin("provider").stopped("1.0.0", "server1");
    }

    @Test
    void dataIsKeptOverAnUninstallWhenItIsToBeKept() {
        plugins.install(Plugins.built("noop"));
        long visits = rowNumber();

        plugins.done(plugins.uninstall("noop", "keep"));
        plugins.awaitPlugin("noop").gone();
        plugins.install(Plugins.built("noop"));

        assertThat(rowNumber()).isGreaterThan(visits);
    }

    @Test
    void dataIsExportedToAFileAndDropped() throws IOException {
        plugins.install(Plugins.built("noop"));
        rowNumber();

        JsonNode operation = plugins.done(plugins.uninstall("noop", "export"));
        String said = operation.path("steps").path(1).path("detail").asText();

        assertThat(said).contains("exported to").contains("dropped");
        Path export = Path.of(said.replaceAll(".*exported to (\\S+zip).*", "$1"));
        try (ZipFile zip = new ZipFile(export.toFile())) {
            assertThat(zip.getEntry("visits.ndjson")).isNotNull();
        }
        assertThat(Files.getPosixFilePermissions(export.getParent())).hasSize(3);
        plugins.install(Plugins.built("noop"));
        assertThat(rowNumber()).isEqualTo(1);
    }

    @Test
    void dataIsGoneAfterAnUninstallThatDropsIt() {
        plugins.install(Plugins.built("noop"));
        assertThat(rowNumber()).isEqualTo(1);

        plugins.done(plugins.uninstall("noop", "drop"));
        plugins.install(Plugins.built("noop"));

        assertThat(rowNumber()).isEqualTo(1);
    }

    /** Lets noop write a row; gives its number. */
    private long rowNumber() {
        String row = platform.session()
                .get("/server/noop/answers")
                .expecting(200)
                .json()
                .at("/database/value")
                .asText();
        return Long.parseLong(row.replaceAll("row (\\d+),.*", "$1"));
    }
}
