package org.peekplatform.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.server.rollout.FakePlatform.ADMIN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.server.audit.AuditEntry;
import org.peekplatform.server.database.MemoryDatabase;
import org.peekplatform.server.rollout.DataDesk.Outcome;
import org.peekplatform.server.rollout.Operation.DataChoice;
import org.peekplatform.server.rollout.Operation.State;

class DataDeskTest {
    private static final String CREATE = "create table note (id bigint primary key, text varchar(50));";

    @TempDir
    Path home;

    private FakePlatform platform;

    @BeforeEach
    void installWithARow() throws IOException {
        platform = new FakePlatform(MemoryDatabase.source(), home);
        assertThat(platform.install(first("1.0.0").build()).state()).isEqualTo(State.DONE);
        platform.database.update("insert into pl_noop.note values (1, 'kept')");
    }

    private static PluginArchiveBuilder first(String version) {
        return PluginArchiveBuilder.named("noop").version(version).everywhere().migration("V1__note.sql", CREATE);
    }

    private static BuiltArchive second() {
        return first("1.1.0")
                .migration("V2__more.sql", "alter table note add column more int; delete from note;")
                .build();
    }

    @Test
    void anUpgradeIsUndoneByUninstallingRestoringAndInstallingTheOldVersion() throws IOException {
        platform.install(second());
        assertThat(rows()).isZero();

        platform.carryOut(platform.orders.uninstall("noop", DataChoice.KEEP, ADMIN));
        assertThat(platform.data.restore("noop", newestCopy(), ADMIN)).isInstanceOf(Outcome.Done.class);
        assertThat(platform.install(first("1.0.0").build()).state()).isEqualTo(State.DONE);

        assertThat(rows()).isOne();
        assertThat(audited("data.restore")).isTrue();
    }

    @Test
    void aRunningPluginIsNotTouched() {
        platform.data.copy("noop", ADMIN);

        assertThat(refusal(platform.data.restore("noop", newestCopy(), ADMIN)))
                .startsWith("PEEK-5209 data of plugin 'noop' not restored: it runs");
    }

    @Test
    void aStoppedPluginGetsBackACopyOfItsOwnScripts() throws IOException {
        platform.data.copy("noop", ADMIN);
        platform.database.update("delete from pl_noop.note");
        platform.carryOut(platform.orders.stop("noop", ADMIN));

        assertThat(platform.data.restore("noop", newestCopy(), ADMIN)).isInstanceOf(Outcome.Done.class);

        assertThat(rows()).isOne();
    }

    @Test
    void aStoppedPluginDoesNotGetTablesThatItDoesNotKnow() throws IOException {
        platform.install(second());
        platform.carryOut(platform.orders.stop("noop", ADMIN));

        assertThat(refusal(platform.data.restore("noop", newestCopy(), ADMIN)))
                .startsWith("PEEK-5210 data of plugin 'noop' not restored: the copy is of other scripts");
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertThat(platform.data.restore("noop", "17", ADMIN)).isInstanceOf(Outcome.Unknown.class);
        assertThat(platform.data.copy("nobody", ADMIN)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void anEditedScriptIsLetInOnceTheAdministratorSaysThatItCounts() throws IOException {
        BuiltArchive edited = PluginArchiveBuilder.named("noop")
                .version("1.0.1")
                .everywhere()
                .migration("V1__note.sql", "-- the same\n" + CREATE)
                .build();
        assertThat(platform.uploads
                        .receive(new ByteArrayInputStream(edited.bytes()), Optional.empty())
                        .toString())
                .contains("PEEK-2111", "the script 'db/migration/V1__note.sql' was changed");

        String sha256 = edited.descriptor().migrations().get(0).sha256();
        assertThat(platform.data.repair("noop", "db/migration/V1__note.sql", sha256, ADMIN))
                .isInstanceOf(Outcome.Done.class);

        assertThat(platform.install(edited).state()).isEqualTo(State.DONE);
        assertThat(audited("data.repair")).isTrue();
    }

    @Test
    void aRepairNamesAScriptThatWasRun() {
        assertThat(refusal(platform.data.repair("noop", "db/migration/V1__note.sql", "abc", ADMIN)))
                .startsWith("PEEK-5212");
        assertThat(platform.data.repair("noop", "db/migration/V9__no.sql", "0".repeat(64), ADMIN))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void scriptsUpToTheBaselineAreNotRun() throws IOException {
        platform.database.update("create schema pl_moved");
        platform.database.update("create table pl_moved.note (id bigint primary key, text varchar(50))");

        assertThat(platform.data.baseline("moved", "1", ADMIN)).isInstanceOf(Outcome.Done.class);
        BuiltArchive moved = PluginArchiveBuilder.named("moved")
                .everywhere()
                .migration("V1__note.sql", CREATE)
                .migration("V2__more.sql", "alter table note add column more int;")
                .build();

        assertThat(platform.install(moved).state()).isEqualTo(State.DONE);
        assertThat(platform.database.update("insert into pl_moved.note (id, more) values (1, 2)"))
                .isOne();
        assertThat(audited("data.baseline")).isTrue();
    }

    @Test
    void aSchemaWithAHistoryHasNoNewBaseline() {
        assertThat(refusal(platform.data.baseline("noop", "1", ADMIN))).startsWith("PEEK-5214");
        assertThat(refusal(platform.data.baseline("nobody", "1", ADMIN))).contains("there is no schema pl_nobody");
        assertThat(refusal(platform.data.baseline("noop", "one", ADMIN))).startsWith("PEEK-5213");
    }

    private static String refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).problem().toString();
    }

    private String newestCopy() {
        return platform.schema.copies("noop").get(0).name();
    }

    private long rows() {
        return platform.database
                .first("select count(*) n from pl_noop.note", row -> row.getLong("n"))
                .orElseThrow();
    }

    private boolean audited(String deed) {
        return platform.audit.newest(50).stream()
                .map(AuditEntry::action)
                .toList()
                .contains(deed);
    }
}
