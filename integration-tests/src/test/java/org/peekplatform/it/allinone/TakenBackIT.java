package org.peekplatform.it.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.Answer;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;

/** What does not come up on one service is taken back on all. */
@ExtendWith(AllInOne.class)
class TakenBackIT {
    private final Platform platform;
    private final Plugins plugins;

    TakenBackIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    @BeforeEach
    void startWithoutPlugins() {
        plugins.removeAll();
    }

    @Test
    void theOldVersionIsInForceAgainEverywhereWhenTheNewOneFailsOnAWorker() {
        plugins.install(fragile("1.0.0"));

        String reason = plugins.failed(plugins.upload(
                fragile("2.0.0").failingOn(Service.WORKER).build().bytes()));

        assertThat(reason)
                .contains("'fragile' 2.0.0 failed on worker1: ")
                .contains("this part was built to fail on worker")
                .contains("Version 1.0.0 is in force again on all instances");
        plugins.awaitPlugin("fragile").running("1.0.0", EVERYWHERE);
        JsonNode plugin = plugins.find("fragile").orElseThrow();
        assertThat(plugin.path("version").asText()).isEqualTo("1.0.0");
        assertThat(plugin.path("reason").asText()).isEqualTo(reason);
        assertThat(platform.session()
                        .get("/server/fragile/title")
                        .expecting(200)
                        .text())
                .isEqualTo("fragile 1.0.0");
        assertThat(platform.deployments(Service.SERVER))
                .containsAllEntriesOf(Map.of(
                        "fragile-server.ear",
                        "true",
                        "fragile-client.ear",
                        "true",
                        "fragile-agent.ear",
                        "true",
                        "fragile-worker.ear",
                        "true"));
    }

    private static PluginArchiveBuilder fragile(String version) {
        return named("fragile").version(version).everywhere().webOn(Service.SERVER);
    }

    @Test
    void aVersionThatFailsOnTheServerNeverReachesTheOthers() {
        plugins.install(named("guarded").everywhere());

        String reason = plugins.failed(plugins.upload(named("guarded")
                .version("2.0.0")
                .everywhere()
                .failingOn(Service.SERVER)
                .build()
                .bytes()));

        assertThat(reason)
                .contains("'guarded' 2.0.0 failed on server1: ")
                .contains("this part was built to fail on server");
        plugins.awaitPlugin("guarded").running("1.0.0", EVERYWHERE);
        assertThat(platform.rest().get("/api/v1/audit?limit=100").expecting(200).json())
                .extracting(row -> row.path("subject").asText())
                .contains("guarded 2.0.0 on server1")
                .doesNotContain("guarded 2.0.0 on client1", "guarded 2.0.0 on agent1", "guarded 2.0.0 on worker1");
    }

    @Test
    void aFirstInstallThatFailsOnAnAgentLeavesNothingAnywhere() {
        String reason = plugins.failed(plugins.upload(
                named("stillborn").everywhere().failingOn(Service.AGENT).build().bytes()));

        assertThat(reason)
                .contains("'stillborn' 1.0.0 failed on agent1: ")
                .contains("this part was built to fail on agent")
                .contains("It was taken back from all instances");
        assertThat(plugins.states("stillborn")).isEmpty();
        assertThat(plugins.find("stillborn").orElseThrow().path("state").asText())
                .isEqualTo("FAILED");
        assertThat(platform.deployments(Service.SERVER).keySet()).noneMatch(name -> name.startsWith("stillborn"));
    }

    @Test
    void aBrokenScriptTakesTheVersionBackBeforeAnythingIsDeployed() {
        plugins.install(named("scripted").migration("V1__a.sql", "create table a (x int);"));

        String reason = plugins.failed(plugins.upload(named("scripted")
                .version("1.1.0")
                .migration("V1__a.sql", "create table a (x int);")
                .migration("V2__b.sql", "alter table nowhere add y int;")
                .build()
                .bytes()));

        assertThat(reason).contains("'scripted' 1.1.0 failed in its scripts: ").containsIgnoringCase("nowhere");
        plugins.awaitPlugin("scripted").running("1.0.0", "server1");
    }

    @Test
    void anUpdateThatDropsWhatADependentUsesIsRefusedBeforeItIsDeployed() {
        plugins.install(named("provider").publishing());
        plugins.install(named("consumer").consuming("provider", ">=1"));

        Answer answer =
                plugins.upload(named("provider").version("1.1.0").build().bytes());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("problems"))
                .extracting(p -> p.path("code").asText())
                .isEqualTo(List.of("PEEK-2108"));
        assertThat(answer.json().path("detail").asText())
                .contains("'consumer' 1.0.0 uses what it does not have: peekplugins/provider/server/Greeter");
        plugins.awaitPlugin("provider").running("1.0.0", "server1");
        plugins.awaitPlugin("consumer").running("1.0.0", "server1");
    }
}
