package org.peekplatform.it.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.OnPostgresql;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;

/** Plugins and their data on a platform that was switched to PostgreSQL by its command. */
@ExtendWith(OnPostgresql.class)
class LifeOnPostgresqlIT {
    private static final String FIRST =
            "create table note (id bigint primary key, text varchar(50));" + " insert into note values (1, 'kept');";

    private final Platform platform;
    private final Plugins plugins;

    LifeOnPostgresqlIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    @BeforeEach
    void startWithoutPlugins() {
        plugins.removeAll();
    }

    private static PluginArchiveBuilder scripted(String version) {
        return named("scripted").version(version).everywhere().migration("V1__note.sql", FIRST);
    }

    private JsonNode data(String plugin) {
        return platform.rest()
                .get("/api/v1/plugins/" + plugin + "/data")
                .expecting(200)
                .json();
    }

    @Test
    void noopWritesFromServerAndWorker() {
        plugins.install(Plugins.built("noop"));

        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        RestClient browser = platform.session();
        JsonNode answers = Await.until(
                "both ways to the database answer",
                Plugins.PATIENCE,
                () -> browser.get("/server/noop/answers").json(),
                all -> all.path("database").has("value")
                        && all.path("workerDatabase").has("value"));
        assertThat(answers.at("/workerDatabase/value").asText()).contains("a worker, one of ");
        assertThat(data("noop").path("database").asText()).isEqualTo("postgresql");
        assertThat(data("noop").path("rows").asLong()).isGreaterThan(1);
        assertThat(data("noop").path("bytes").asLong()).isPositive();
    }

    @Test
    void aScriptThatFailsTakesTheVersionBackAndLeavesTheDataAsTheyWere() {
        plugins.install(scripted("1.0.0"));

        String reason = plugins.failed(plugins.upload(scripted("1.1.0")
                .migration("V2__broken.sql", "delete from note; alter table nowhere add y int;")
                .build()
                .bytes()));

        assertThat(reason).contains("in its scripts", "V2__broken.sql");
        plugins.awaitPlugin("scripted").running("1.0.0", EVERYWHERE);
        assertThat(rows()).isOne();
        assertThat(data("scripted").path("scripts").fieldNames())
                .toIterable()
                .containsExactly("db/migration/V1__note.sql");
    }

    @Test
    void anUpgradeIsUndoneFromTheCopyThatWasWrittenBeforeItsScripts() {
        plugins.install(scripted("1.0.0"));
        plugins.install(
                scripted("1.1.0").migration("V2__empty.sql", "delete from note; alter table note drop column text;"));
        assertThat(rows()).isZero();

        plugins.done(plugins.uninstall("scripted", "keep"));
        JsonNode copy = data("scripted").path("copies").path(0);
        assertThat(copy.path("reason").asText()).isEqualTo("before the scripts of 1.1.0");
        platform.rest()
                .post("/api/v1/plugins/scripted/data/copies/"
                        + copy.path("name").asText() + "/restore")
                .expecting(204);
        plugins.install(scripted("1.0.0"));

        plugins.awaitPlugin("scripted").running("1.0.0", EVERYWHERE);
        assertThat(rows()).isOne();
    }

    @Test
    void uninstallingWithTheDataLeavesNoTable() {
        plugins.install(scripted("1.0.0"));

        plugins.done(plugins.uninstall("scripted", "export"));

        assertThat(platform.data(Service.SERVER).resolve("peek/exports")).isNotEmptyDirectory();
        plugins.install(scripted("1.0.0"));
        assertThat(rows()).isOne();
    }

    @Test
    void aPluginThatNeedsPostgresqlIsLetIn() {
        plugins.install(named("geo").needsDatabase("postgresql").everywhere());

        plugins.awaitPlugin("geo").running("1.0.0", EVERYWHERE);
    }

    private long rows() {
        for (JsonNode table : data("scripted").path("tables")) {
            if (table.path("name").asText().equals("note")) {
                return table.path("rows").asLong();
            }
        }
        throw new AssertionError("there is no table note: " + data("scripted"));
    }
}
