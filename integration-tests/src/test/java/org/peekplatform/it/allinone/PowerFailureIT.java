package org.peekplatform.it.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.Answer;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;

/** The server is killed in the middle of each step of each operation; when it is back, the operation goes on. */
@ExtendWith(AllInOne.class)
class PowerFailureIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final String FIRST_SCRIPT = "create table counted (n bigint);";
    /** Cannot run twice, and takes some seconds behind its first half, which H2 has committed by then. */
    private static final String SLOW_SCRIPT = "alter table counted rename to numbers;"
            + "insert into numbers select count(*) from system_range(1, 10000) a, system_range(1, 10000) b;";

    private final Platform platform;
    private final Plugins plugins;

    PowerFailureIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    @BeforeEach
    void startWithTheOldVersion() {
        plugins.removeAll();
        plugins.install(phoenix("1.0.0").migration("V1__table.sql", FIRST_SCRIPT));
    }

    private static PluginArchiveBuilder phoenix(String version) {
        return named("phoenix").version(version).everywhere().webOn(Service.SERVER);
    }

    private static PluginArchiveBuilder next() {
        return phoenix("2.0.0").migration("V1__table.sql", FIRST_SCRIPT);
    }

    @Test
    void anUploadThatWaitedForTheAdministratorIsForgottenWithItsFile() throws IOException {
        String upload = platform.rest()
                .post("/api/v1/uploads", next().build().bytes())
                .expecting(201)
                .json()
                .path("id")
                .asText();

        killAndStart();

        platform.rest().get("/api/v1/uploads/" + upload).expecting(404);
        try (Stream<Path> staged = Files.list(platform.data(Service.SERVER).resolve("peek/staging"))) {
            assertThat(staged).isEmpty();
        }
        plugins.awaitPlugin("phoenix").running("1.0.0", EVERYWHERE);
        plugins.install(next());
        plugins.awaitPlugin("phoenix").running("2.0.0", EVERYWHERE);
    }

    @Test
    void anUpdateGoesOnWhenItWasCutShortInItsScripts() {
        Answer ordered = plugins.upload(
                next().migration("V2__slow.sql", SLOW_SCRIPT).build().bytes());
        plugins.awaitStep(ordered, "Migrate the schema");

        killAndStart();

        plugins.done(ordered);
        plugins.awaitPlugin("phoenix").running("2.0.0", EVERYWHERE);
    }

    @Test
    void anUpdateAndAnOrderBehindItGoOnWhenTheServersPartWasBeingBroughtUp() {
        Answer ordered = plugins.upload(
                next().slowOn(Service.SERVER, LONG_ENOUGH).build().bytes());
        Answer waiting = plugins.upload(named("waiting").everywhere().build().bytes());
        plugins.awaitStep(ordered, "Bring up the server's part");
        assertThat(operation(waiting).path("state").asText()).isEqualTo("QUEUED");

        killAndStart();

        plugins.done(ordered);
        plugins.awaitPlugin("phoenix").running("2.0.0", EVERYWHERE);
        plugins.done(waiting);
        plugins.awaitPlugin("waiting").running("1.0.0", EVERYWHERE);
    }

    @Test
    void anUpdateGoesOnWhenItWasOnItsWayToTheInstances() {
        Answer ordered =
                plugins.upload(next().slowOn(Service.AGENT, LONG_ENOUGH).build().bytes());
        plugins.awaitStep(ordered, "Bring the plugin to all instances");

        killAndStart();

        plugins.done(ordered);
        plugins.awaitPlugin("phoenix").running("2.0.0", EVERYWHERE);
        assertThat(platform.session()
                        .get("/server/phoenix/title")
                        .expecting(200)
                        .text())
                .isEqualTo("phoenix 2.0.0");
    }

    @Test
    void anUpdateThatCannotWorkIsTakenBackAfterTheFailure() {
        Answer ordered = plugins.upload(next().slowOn(Service.AGENT, LONG_ENOUGH)
                .failingOn(Service.AGENT)
                .build()
                .bytes());
        plugins.awaitStep(ordered, "Bring the plugin to all instances");

        killAndStart();

        assertThat(plugins.failed(ordered)).contains("failed on agent1: ").contains("Version 1.0.0 is in force again");
        plugins.awaitPlugin("phoenix").running("1.0.0", EVERYWHERE);
        assertThat(platform.session()
                        .get("/server/phoenix/title")
                        .expecting(200)
                        .text())
                .isEqualTo("phoenix 1.0.0");
    }

    @Test
    void aStopGoesOn() {
        plugins.install(next().slowToStopOn(Service.AGENT, LONG_ENOUGH));
        Answer ordered = plugins.stop("phoenix");
        plugins.awaitStep(ordered, "Stop on all instances");

        killAndStart();

        plugins.done(ordered);
        plugins.awaitPlugin("phoenix").stopped("2.0.0", EVERYWHERE);
        assertThat(platform.deployments(Service.SERVER)).containsEntry("phoenix-agent.ear", "false");
    }

    @Test
    void aStartGoesOn() {
        plugins.install(next().slowOn(Service.AGENT, LONG_ENOUGH));
        plugins.done(plugins.stop("phoenix"));
        Answer ordered = plugins.start("phoenix");
        plugins.awaitStep(ordered, "Start on all instances");

        killAndStart();

        plugins.done(ordered);
        plugins.awaitPlugin("phoenix").running("2.0.0", EVERYWHERE);
    }

    @Test
    void anUninstallGoesOnAndExportsTheDataOnce() throws IOException {
        plugins.install(next().slowToStopOn(Service.AGENT, LONG_ENOUGH));
        Answer ordered = plugins.uninstall("phoenix", "export");
        plugins.awaitStep(ordered, "Remove from all instances");

        killAndStart();

        plugins.done(ordered);
        plugins.awaitPlugin("phoenix").gone();
        assertThat(platform.deployments(Service.SERVER).keySet()).noneMatch(name -> name.startsWith("phoenix"));
        try (Stream<Path> exports = Files.list(platform.data(Service.SERVER).resolve("peek/exports"))) {
            assertThat(exports.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("phoenix")))
                    .singleElement()
                    .asString()
                    .endsWith(".zip");
        }
    }

    private JsonNode operation(Answer ordered) {
        return platform.rest()
                .get("/api/v1/operations/" + ordered.json().path("operation").asText())
                .expecting(200)
                .json();
    }

    private void killAndStart() {
        platform.kill(Service.SERVER);
        platform.start(Service.SERVER);
        assertThat(platform.connected())
                .as("on the platform when ./peek says that it is ready")
                .containsExactlyInAnyOrder(EVERYWHERE);
    }
}
