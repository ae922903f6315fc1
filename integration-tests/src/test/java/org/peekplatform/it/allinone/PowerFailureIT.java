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

/** The server is killed in the middle of each step of an update; when it is back, the update goes on. */
@ExtendWith(AllInOne.class)
class PowerFailureIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final String FIRST_SCRIPT = "create table counted (n bigint);";
    /** Takes some seconds, and is one transaction. */
    private static final String SLOW_SCRIPT =
            "insert into counted select count(*) from system_range(1, 10000) a, system_range(1, 10000) b;";

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
        awaitStep(ordered, "Migrate the schema");

        killAndStart();

        plugins.done(ordered);
        plugins.awaitPlugin("phoenix").running("2.0.0", EVERYWHERE);
    }

    @Test
    void anUpdateAndAnOrderBehindItGoOnWhenTheServersPartWasBeingBroughtUp() {
        Answer ordered = plugins.upload(
                next().slowOn(Service.SERVER, LONG_ENOUGH).build().bytes());
        Answer waiting = plugins.upload(named("waiting").everywhere().build().bytes());
        awaitStep(ordered, "Bring up the server's part");
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
        awaitStep(ordered, "Bring the plugin to all instances");

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
        awaitStep(ordered, "Bring the plugin to all instances");

        killAndStart();

        assertThat(plugins.failed(ordered)).contains("failed on agent1: ").contains("Version 1.0.0 is in force again");
        plugins.awaitPlugin("phoenix").running("1.0.0", EVERYWHERE);
        assertThat(platform.session()
                        .get("/server/phoenix/title")
                        .expecting(200)
                        .text())
                .isEqualTo("phoenix 1.0.0");
    }

    private void awaitStep(Answer ordered, String step) {
        String id = ordered.expecting(202).json().path("operation").asText();
        plugins.awaitOperation(id, "is at '" + step + "'", operation -> {
            assertThat(operation.path("state").asText())
                    .as("must be caught in the middle")
                    .isIn("QUEUED", "RUNNING");
            JsonNode steps = operation.path("steps");
            JsonNode last = steps.path(steps.size() - 1);
            return last.path("name").asText().equals(step)
                    && last.path("state").asText().equals("RUNNING");
        });
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
        platform.awaitConnected(EVERYWHERE);
    }
}
