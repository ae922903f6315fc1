package org.peekplatform.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.server.catalogue.PluginRow;
import org.peekplatform.server.catalogue.PluginState;
import org.peekplatform.server.catalogue.StoredArchive;
import org.peekplatform.server.database.MemoryDatabase;
import org.peekplatform.server.rollout.Operation.DataChoice;
import org.peekplatform.server.rollout.Operation.State;
import org.peekplatform.server.upload.Upload;
import org.peekplatform.server.upload.UploadOutcome;

class RolloutTest {
    private static final String CREATE =
            "create table note (id bigint primary key, text varchar(100));" + " insert into note values (1, 'kept');";

    @TempDir
    Path home;

    private FakePlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform(MemoryDatabase.source(), home);
    }

    private static BuiltArchive noop(String version) {
        return PluginArchiveBuilder.named("noop").version(version).everywhere().build();
    }

    private static BuiltArchive withTable(String version) {
        return PluginArchiveBuilder.named("noop")
                .version(version)
                .everywhere()
                .migration("V1__note.sql", CREATE)
                .build();
    }

    @Test
    void bringsAPluginToEveryInstance() throws IOException {
        Operation operation = platform.install(noop("1.0.0"));
        assertThat(operation.state()).isEqualTo(State.DONE);
        assertThat(platform.versions("noop"))
                .isEqualTo(Map.of(
                        "agent1",
                        "1.0.0 RUNNING",
                        "client1",
                        "1.0.0 RUNNING",
                        "server1",
                        "1.0.0 RUNNING",
                        "worker1",
                        "1.0.0 RUNNING"));
        assertThat(row().state()).isEqualTo(PluginState.RUNNING);
        assertThat(platform.staged()).isEmpty();
    }

    @Test
    void takesAVersionBackEverywhereWhenOneInstanceFails() throws IOException {
        platform.install(noop("1.0.0"));
        Operation operation = platform.failing("worker1", "1.1.0").install(noop("1.1.0"));
        assertThat(operation.state()).isEqualTo(State.FAILED);
        assertThat(operation.reason().orElseThrow())
                .startsWith("'noop' 1.1.0 failed on worker1: java.lang.ClassNotFoundException: org.x.Missing."
                        + " Version 1.0.0 is in force again on all instances");
        assertThat(platform.versions("noop"))
                .containsEntry("agent1", "1.0.0 RUNNING")
                .containsEntry("worker1", "1.0.0 RUNNING");
        assertThat(row().state()).isEqualTo(PluginState.RUNNING);
    }

    @Test
    void neverShowsTheOthersAVersionThatFailsOnTheServer() throws IOException {
        platform.install(noop("1.0.0"));
        long before = platform.catalogue.plugin("noop").orElseThrow().revision();
        Operation operation = platform.failing("server1", "1.1.0").install(noop("1.1.0"));
        assertThat(operation.state()).isEqualTo(State.FAILED);
        assertThat(operation.steps())
                .extracting(Operation.Step::name)
                .doesNotContain("Bring the plugin to all instances");
        assertThat(row().revision()).isGreaterThan(before);
        assertThat(row().candidate()).isEmpty();
    }

    @Test
    void leavesNothingDeployedWhenAFirstInstallFails() throws IOException {
        Operation operation = platform.failing("agent1", "1.0.0").install(noop("1.0.0"));
        assertThat(operation.reason().orElseThrow()).endsWith("It was taken back from all instances.");
        assertThat(platform.versions("noop")).isEmpty();
        assertThat(row().state()).isEqualTo(PluginState.FAILED);
        assertThat(platform.catalogue.installed().plugins()).isEmpty();
    }

    @Test
    void doesNotWaitForAnInstanceThatIsAway() throws IOException {
        platform.leave("agent1");
        assertThat(platform.install(noop("1.0.0")).state()).isEqualTo(State.DONE);
        assertThat(platform.versions("noop")).doesNotContainKey("agent1");
    }

    @Test
    void leavesTheOldVersionServingWhenAScriptFails() throws IOException {
        platform.install(withTable("1.0.0"));
        BuiltArchive broken = PluginArchiveBuilder.named("noop")
                .version("1.1.0")
                .everywhere()
                .migration("V1__note.sql", CREATE)
                .migration("V2__broken.sql", "create table oops (")
                .build();
        Operation operation = platform.install(broken);
        assertThat(operation.reason().orElseThrow()).contains("in its scripts", "V2__broken.sql");
        assertThat(platform.versions("noop")).containsEntry("server1", "1.0.0 RUNNING");
    }

    @Test
    void finishesAnAcceptedInstallAfterACrash() throws IOException {
        UploadOutcome outcome = platform.uploads.receive(
                new ByteArrayInputStream(withTable("1.0.0").bytes()), Optional.empty());
        Order order = platform.orders.install(
                ((UploadOutcome.Accepted) outcome).upload().id(), FakePlatform.ADMIN);
        platform.crash();
        FakePlatform next = platform.again();
        Operation operation =
                next.operations.find(((Order.Taken) order).operation().id()).orElseThrow();
        assertThat(operation.state()).isEqualTo(State.DONE);
        assertThat(next.versions("noop")).hasSize(4);
    }

    @Test
    void forgetsAStagedUploadAfterACrash() throws IOException {
        platform.uploads.receive(new ByteArrayInputStream(noop("1.0.0").bytes()), Optional.empty());
        assertThat(platform.staged()).isNotEmpty();
        assertThat(platform.again().staged()).isEmpty();
    }

    @Test
    void stopsAndStartsOnEveryInstance() throws IOException {
        platform.install(noop("1.0.0"));
        platform.carryOut(platform.orders.stop("noop", FakePlatform.ADMIN));
        assertThat(platform.versions("noop")).containsEntry("agent1", "1.0.0 STOPPED");
        platform.carryOut(platform.orders.start("noop", FakePlatform.ADMIN));
        assertThat(platform.versions("noop")).containsEntry("agent1", "1.0.0 RUNNING");
    }

    @Test
    void tellsWhatAnInstanceSaidOfTheOldVersionFromWhatItSaysOfTheNewOne() throws IOException {
        platform.install(noop("1.0.0"));
        platform.failing("server1", "1.1.0").install(noop("1.1.0")); // kept, and never more than a candidate
        PluginRow row = row();
        PluginRow tried = platform.catalogue.decide(new PluginRow(
                row.id(), 0, row.current(), kept("1.1.0"), true, PluginState.DEPLOYING, row.since(), row.reason()));
        long saidOfTheOld =
                platform.catalogue.wantedOfAll().plugin("noop").orElseThrow().revision();
        assertThat(platform.catalogue.promote(tried).revision()).isGreaterThan(saidOfTheOld);
    }

    private Optional<String> kept(String version) {
        return platform.archives.versions("noop").stream()
                .filter(archive -> archive.descriptor().version().equals(version))
                .map(StoredArchive::sha256)
                .findFirst();
    }

    @Test
    void goesBackToWhatRanWhenItsTurnCame() throws IOException {
        platform.install(noop("1.0.0"));
        platform.failing("worker1", "1.2.0");
        Order good = platform.order(noop("1.1.0"));
        Order bad = platform.order(noop("1.2.0"));
        assertThat(platform.carryOut(good).state()).isEqualTo(State.DONE);
        assertThat(platform.carryOut(bad).state()).isEqualTo(State.FAILED);
        assertThat(platform.versions("noop")).containsEntry("agent1", "1.1.0 RUNNING");
    }

    @Test
    void refusesInItsTurnToRemoveWhatSomebodyElseHasBegunToNeed() throws IOException {
        platform.install(
                PluginArchiveBuilder.named("user").version("1.0.0").everywhere().build());
        Order needing = platform.order(PluginArchiveBuilder.named("tasks")
                .everywhere()
                .requires("user", ">=1")
                .build());
        Order removing = platform.orders.uninstall("user", DataChoice.DROP, FakePlatform.ADMIN);
        assertThat(platform.carryOut(needing).state()).isEqualTo(State.DONE);
        Operation refused = platform.carryOut(removing);
        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(refused.reason().orElseThrow()).contains("'tasks'");
        assertThat(platform.versions("user")).containsEntry("server1", "1.0.0 RUNNING");
    }

    @Test
    void judgesAStartByWhatIsInstalledInItsTurn() throws IOException {
        platform.install(
                PluginArchiveBuilder.named("user").version("1.0.0").everywhere().build());
        platform.install(PluginArchiveBuilder.named("tasks")
                .everywhere()
                .requires("user", ">=1")
                .build());
        platform.carryOut(platform.orders.stop("tasks", FakePlatform.ADMIN));
        Order removing = platform.orders.uninstall("user", DataChoice.KEEP, FakePlatform.ADMIN);
        Order starting = platform.orders.start("tasks", FakePlatform.ADMIN);

        assertThat(platform.carryOut(removing).state()).isEqualTo(State.DONE);
        Operation refused = platform.carryOut(starting);

        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(refused.reason().orElseThrow())
                .startsWith("PEEK-2102 ")
                .contains("'user'")
                .doesNotContain("[", "]");
        PluginRow tasks = platform.catalogue.plugin("tasks").orElseThrow();
        assertThat(tasks.state()).isEqualTo(PluginState.STOPPED);
        assertThat(tasks.running()).isFalse();
        assertThat(platform.orders.start("tasks", FakePlatform.ADMIN))
                .isInstanceOfSatisfying(
                        Order.Refused.class,
                        order -> assertThat(order.problems().get(0).code()).isEqualTo("PEEK-2102"));
    }

    @Test
    void anOrderThatHasNothingToDoInItsTurnIsDoneAndSaysSo() throws IOException {
        platform.install(noop("1.0.0"));
        Order first = platform.orders.stop("noop", FakePlatform.ADMIN);
        Order second = platform.orders.stop("noop", FakePlatform.ADMIN);

        assertThat(platform.carryOut(first).state()).isEqualTo(State.DONE);
        Operation nothing = platform.carryOut(second);

        assertThat(nothing.state()).isEqualTo(State.DONE);
        assertThat(nothing.steps())
                .extracting(Operation.Step::detail)
                .containsExactly("nothing to do: it is stopped already");
        assertThat(row().state()).isEqualTo(PluginState.STOPPED);
        assertThat(row().reason()).isEmpty();
    }

    @Test
    void aStopOfWhatIsGoneInItsTurnIsRefusedWithASentence() throws IOException {
        platform.install(noop("1.0.0"));
        Order removing = platform.orders.uninstall("noop", DataChoice.KEEP, FakePlatform.ADMIN);
        Order stopping = platform.orders.stop("noop", FakePlatform.ADMIN);
        platform.carryOut(removing);

        assertThat(platform.carryOut(stopping).reason())
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("PEEK-2116 plugin 'noop' is not installed"));
    }

    @Test
    void carriesOutNoOtherPlanThanTheOneThatWasRead() throws IOException {
        platform.install(noop("1.0.0"));
        Upload newer = platform.upload(noop("1.2.0"));
        Upload older = platform.upload(noop("1.1.0"));
        platform.carryOut(platform.orders.install(newer.id(), FakePlatform.ADMIN));

        assertThat(platform.orders.install(older.id(), FakePlatform.ADMIN))
                .isInstanceOfSatisfying(
                        Order.Refused.class,
                        refused -> assertThat(refused.problems().get(0).toString())
                                .startsWith("PEEK-2119 plugin 'noop' 1.1.0 not installed")
                                .contains("from 1.2.0"));
        assertThat(platform.uploads.find(older.id()).orElseThrow().plan().from())
                .as("the plan to read now")
                .contains("1.2.0");
        assertThat(platform.carryOut(platform.orders.install(older.id(), FakePlatform.ADMIN))
                        .state())
                .isEqualTo(State.DONE);
        assertThat(platform.versions("noop")).containsEntry("agent1", "1.1.0 RUNNING");
    }

    @Test
    void keepsAStoppedPluginStoppedWhenItIsUpdated() throws IOException {
        platform.install(noop("1.0.0"));
        platform.carryOut(platform.orders.stop("noop", FakePlatform.ADMIN));
        assertThat(platform.install(noop("1.1.0")).state()).isEqualTo(State.DONE);
        assertThat(platform.versions("noop")).containsEntry("agent1", "1.1.0 STOPPED");
        assertThat(row().state()).isEqualTo(PluginState.STOPPED);
    }

    @Test
    void bringsARunningPluginBackWhereItWasStopped() throws IOException {
        platform.install(noop("1.0.0"));
        long before = row().revision();
        assertThat(platform.carryOut(platform.orders.start("noop", FakePlatform.ADMIN))
                        .state())
                .isEqualTo(State.DONE);
        assertThat(row().revision()).isGreaterThan(before);
    }

    @Test
    void keepsExportsOrDropsDataAsOrdered() throws IOException {
        platform.install(withTable("1.0.0"));
        platform.carryOut(platform.orders.uninstall("noop", DataChoice.KEEP, FakePlatform.ADMIN));
        assertThat(rows()).containsExactly("kept");
        platform.install(withTable("1.0.0"));
        Operation export = platform.carryOut(platform.orders.uninstall("noop", DataChoice.EXPORT, FakePlatform.ADMIN));
        assertThat(export.steps())
                .last()
                .extracting(Operation.Step::detail)
                .asString()
                .contains("exported to", "then dropped");
        assertThat(platform.catalogue.plugin("noop")).isEmpty();
        assertThat(platform.archives.versions("noop")).isEmpty();
        assertThat(platform.database.query(
                        "select 1 x from information_schema.schemata where schema_name = 'pl_noop'",
                        row -> row.getInt("x")))
                .isEmpty();
    }

    @Test
    void refusesToStopWhatOthersNeed() throws IOException {
        platform.install(
                PluginArchiveBuilder.named("user").version("1.0.0").everywhere().build());
        platform.install(PluginArchiveBuilder.named("tasks")
                .everywhere()
                .requires("user", ">=1")
                .build());
        assertThat(platform.orders.stop("user", FakePlatform.ADMIN))
                .isInstanceOfSatisfying(
                        Order.Refused.class,
                        refused -> assertThat(refused.problems().toString()).contains("'tasks'"));
    }

    @Test
    void saysThatThereIsNoSuchPlugin() {
        assertThat(platform.orders.stop("nobody", FakePlatform.ADMIN)).isEqualTo(new Order.Unknown());
        assertThat(platform.orders.install("nothing", FakePlatform.ADMIN)).isEqualTo(new Order.Unknown());
    }

    private PluginRow row() {
        return platform.catalogue.plugin("noop").orElseThrow();
    }

    private List<String> rows() {
        return platform.database.query("select text from pl_noop.note", row -> row.getString("text"));
    }
}
