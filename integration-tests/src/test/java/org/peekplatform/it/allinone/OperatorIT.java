package org.peekplatform.it.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;

/** What an operator does in WildFly's own management interface is seen and respected. */
@ExtendWith(AllInOne.class)
class OperatorIT {
    private final Platform platform;
    private final Plugins plugins;

    OperatorIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    @BeforeEach
    void startWithNoop() {
        plugins.removeAll();
        plugins.install(Plugins.built("noop"));
    }

    @Test
    void everyPartIsADeploymentOfWildFly() {
        assertThat(platform.deployments(Service.SERVER))
                .isEqualTo(Map.of(
                        "peek-server.ear",
                        "true",
                        "peek-client.ear",
                        "true",
                        "peek-agent.ear",
                        "true",
                        "peek-worker.ear",
                        "true",
                        "noop-server.ear",
                        "true",
                        "noop-client.ear",
                        "true",
                        "noop-agent.ear",
                        "true",
                        "noop-worker.ear",
                        "true"));
    }

    @Test
    void aPartThatAnOperatorStoppedStaysStoppedUntilTheAdministratorStartsThePlugin() {
        platform.cli(Service.AGENT, "undeploy noop-agent.ear --keep-content");

        awaitOnAgent("STOPPED", "stopped by an operator");
        lookAgainEverywhere();
        awaitOnAgent("STOPPED", "stopped by an operator");
        assertThat(platform.deployments(Service.AGENT)).containsEntry("noop-agent.ear", "false");

        plugins.done(plugins.start("noop"));
        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        assertThat(platform.deployments(Service.AGENT)).containsEntry("noop-agent.ear", "true");
    }

    @Test
    void aPartThatAnOperatorRemovedStaysAwayUntilTheAdministratorStartsThePlugin() {
        platform.cli(Service.AGENT, "undeploy noop-agent.ear");

        awaitOnAgent("STOPPED", "removed by an operator");
        lookAgainEverywhere();
        awaitOnAgent("STOPPED", "removed by an operator");
        assertThat(platform.deployments(Service.AGENT)).doesNotContainKey("noop-agent.ear");

        plugins.done(plugins.start("noop"));
        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        assertThat(platform.deployments(Service.AGENT)).containsEntry("noop-agent.ear", "true");
    }

    private void awaitOnAgent(String state, String reason) {
        Await.until(
                "noop on agent1 is " + state + ", " + reason,
                Plugins.PATIENCE,
                () -> plugins.find("noop").orElseThrow().path("instances").findParents("instance").stream()
                        .filter(on -> on.path("instance").asText().equals("agent1"))
                        .map(on -> on.path("state").asText() + " "
                                + on.path("reason").asText())
                        .findFirst()
                        .orElse("unknown"),
                seen -> seen.startsWith(state) && seen.contains(reason));
    }

    /** Another plugin makes every instance compare what is wanted with what it has. */
    private void lookAgainEverywhere() {
        plugins.install(named("other").everywhere());
        plugins.awaitPlugin("other").running("1.0.0", EVERYWHERE);
    }
}
