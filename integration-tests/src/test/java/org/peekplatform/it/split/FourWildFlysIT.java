package org.peekplatform.it.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.FourWildFlys;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;

/** Plugins on four WildFlys, of which some are away at times. */
@ExtendWith(FourWildFlys.class)
class FourWildFlysIT {
    private final Platform platform;
    private final Plugins plugins;

    FourWildFlysIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    @BeforeEach
    void startWithoutPlugins() {
        plugins.removeAll();
    }

    @Test
    void noopRunsOnAllFourAndItsPartsTalk() {
        plugins.install(Plugins.built("noop"));

        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        JsonNode answers = answers();
        assertThat(answers.at("/agent/instance").asText()).isEqualTo("agent1");
        assertThat(answers.at("/worker/value").asText()).isEqualTo("1 + 2 + 3 + 4 = 10");
        assertThat(answers.at("/worker/instance").asText()).isEqualTo("worker1");
        assertThat(answers.at("/workerDatabase/instance").asText()).isEqualTo("worker1");
        assertThat(answers.at("/workerDatabase/value").asText()).contains("a worker, one of ");
        assertThat(answers.at("/client/instance").asText()).isEqualTo("client1");
        for (Service service : Service.values()) {
            assertThat(platform.deployments(service))
                    .containsOnlyKeys("peek-" + service.id() + ".ear", "noop-" + service.id() + ".ear");
        }
    }

    /** What the parts of noop say, once all of them say something. */
    private JsonNode answers() {
        RestClient browser = platform.session();
        return Await.until(
                "all parts of noop answer",
                Plugins.PATIENCE,
                () -> browser.get("/server/noop/answers").json(),
                all -> Stream.of("agent", "worker", "database", "workerDatabase", "client")
                        .allMatch(part -> all.path(part).has("value")));
    }

    @Test
    void aVersionThatFailsOnTheWorkerIsTakenBackOnAllFour() {
        plugins.install(named("fragile").everywhere());

        String reason = plugins.failed(plugins.upload(named("fragile")
                .version("2.0.0")
                .everywhere()
                .failingOn(Service.WORKER)
                .build()
                .bytes()));

        assertThat(reason)
                .contains("'fragile' 2.0.0 failed on worker1: ")
                .contains("this part was built to fail on worker");
        plugins.awaitPlugin("fragile").running("1.0.0", EVERYWHERE);
    }

    @Test
    void anAgentThatWasStoppedDuringAnUploadAndAnUninstallFollowsWhenItIsBack() {
        plugins.install(named("old").everywhere());
        plugins.install(named("updated").everywhere());
        platform.stop(Service.AGENT);
        Await.until(
                "the server knows that the agent is away",
                Plugins.PATIENCE,
                platform::connected,
                c -> !c.contains("agent1"));

        plugins.done(plugins.uninstall("old", "drop"));
        plugins.install(named("updated").version("1.1.0").everywhere());
        plugins.install(named("new").everywhere());
        assertThat(plugins.states("new")).doesNotContainKey("agent1").containsEntry("worker1", "RUNNING 1.0.0");
        assertThat(plugins.states("updated"))
                .containsEntry("agent1", "AWAY 1.0.0")
                .containsEntry("worker1", "RUNNING 1.1.0");

        platform.start(Service.AGENT);
        plugins.awaitPlugin("new").running("1.0.0", EVERYWHERE);
        plugins.awaitPlugin("updated").running("1.1.0", EVERYWHERE);
        Await.until(
                "the agent has removed what was uninstalled",
                Plugins.PATIENCE,
                () -> platform.deployments(Service.AGENT).keySet(),
                names -> !names.contains("old-agent.ear"));
    }

    @Test
    void nodesComeBackAndDataIsThereWhenTheServerWasRestarted() {
        plugins.install(Plugins.built("noop"));
        long row = rowNumber();
        List<Long> nodes = nodes();

        platform.stop(Service.SERVER);
        platform.start(Service.SERVER);

        platform.awaitConnected(EVERYWHERE);
        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        assertThat(rowNumber()).isGreaterThan(row);
        assertThat(answers().at("/agent/value").asText()).isEqualTo("there and back");
        assertThat(nodes()).isEqualTo(nodes);
        plugins.install(named("afterwards").everywhere());
        plugins.awaitPlugin("afterwards").running("1.0.0", EVERYWHERE);
    }

    @Test
    void aNodeThatWasKilledComesBackWithItsPlugins() {
        plugins.install(Plugins.built("noop"));

        platform.kill(Service.WORKER);
        platform.start(Service.WORKER);

        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        assertThat(answers().at("/worker/value").asText()).isEqualTo("1 + 2 + 3 + 4 = 10");
    }

    private List<Long> nodes() {
        return Stream.of(Service.CLIENT, Service.AGENT, Service.WORKER)
                .map(platform::pid)
                .toList();
    }

    private long rowNumber() {
        return Long.parseLong(answers().at("/database/value").asText().replaceAll("row (\\d+),.*", "$1"));
    }
}
