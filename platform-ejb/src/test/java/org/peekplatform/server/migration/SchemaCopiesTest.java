package org.peekplatform.server.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;
import org.peekplatform.server.database.SchemaMigration;
import org.peekplatform.server.migration.PluginSchema.BeforeScripts;
import org.peekplatform.server.migration.PluginSchema.MigrationFailure;

class SchemaCopiesTest {
    private static final boolean POSTGRESQL =
            MemoryDatabase.ON_POSTGRESQL.equals(System.getProperty(MemoryDatabase.PROPERTY));
    private static final String WRITTEN = """
            create table owner (id bigint generated always as identity primary key, name varchar(50) not null unique);
            create table note (id bigint primary key, owner bigint not null references owner (id), parent bigint references note (id),
                text text, price numeric(10, 2), done boolean, weight double precision, on_day date,
                due timestamp with time zone, picture bytea, size bigint generated always as (id * 2) stored);
            create sequence note_seq start with 7 increment by 10;
            insert into owner (name) values ('seed');
            """;
    private static final String FIRST = POSTGRESQL ? WRITTEN : WRITTEN.replace(") stored", ")");
    private static final String SECOND = "alter table note add column more int; delete from note;";

    @TempDir
    Path folder;

    private final DataSource source = MemoryDatabase.source();
    private final MovingClock clock = new MovingClock();
    private Database database;
    private PluginSchema schema;

    @BeforeEach
    void fill() throws MigrationFailure {
        new SchemaMigration(source).run();
        database = MemoryDatabase.on(source);
        schema = schema(BeforeScripts.COPY);
        run(version("1.0.0"));
        database.update("insert into pl_noop.owner (name) values ('it''s \"Ä\" \\ owner')");
        database.update(
                "insert into pl_noop.note (id, owner, parent, text, price, done, weight, on_day, due, picture)"
                        + " values (nextval('pl_noop.note_seq'), 2, null, 'two\nlines', 12.50, true, 0.1, date '2026-02-28',"
                        + " timestamp with time zone '2026-03-29 01:30:00+01', cast(? as bytea))",
                new byte[] {0, -1, 127});
        database.update("insert into pl_noop.note (id, owner, parent) values (1, 1, 7)");
    }

    private PluginSchema schema(BeforeScripts before) {
        return new PluginSchema(source, database, folder.resolve("schemas"), clock, before);
    }

    private static PluginArchiveBuilder version(String version) {
        return PluginArchiveBuilder.named("noop").version(version).migration("V1__first.sql", FIRST);
    }

    private static PluginArchiveBuilder next() {
        return version("1.1.0").migration("V2__more.sql", SECOND);
    }

    private int run(PluginArchiveBuilder plugin) throws MigrationFailure {
        BuiltArchive archive = plugin.build();
        return schema.migrate(archive.descriptor(), archive.writeTo(folder));
    }

    @Test
    void anUpgradeWithScriptsLeavesACopyOfWhatWasThereBefore() throws Exception {
        run(next());

        assertThat(schema.copies("noop"))
                .singleElement()
                .satisfies(copy -> assertThat(copy.reason()).isEqualTo("before the scripts of 1.1.0"));
        Path file = folder.resolve("backups/noop")
                .resolve(schema.copies("noop").get(0).name() + ".zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aVersionWithoutNewScriptsLeavesNone() throws MigrationFailure {
        run(version("1.0.1"));

        assertThat(schema.copies("noop")).isEmpty();
    }

    @Test
    void theSettingTurnsCopiesOff() throws MigrationFailure {
        schema = schema(BeforeScripts.of("false"));
        run(next());

        assertThat(schema.copies("noop")).isEmpty();
    }

    @Test
    void aRestoredCopyHasTablesRowsAndNumbersAsBefore() throws MigrationFailure {
        run(next());
        database.update("drop table pl_noop.note");

        schema.restore(schema.copies("noop").get(0));

        assertThat(database.query(
                        "select text, price, done, weight, on_day, size, cast(extract(epoch from due) as bigint) at, picture"
                                + " from pl_noop.note where id = 7",
                        row -> List.of(
                                row.getString("text"),
                                row.getBigDecimal("price").toString(),
                                row.getBoolean("done"),
                                row.getDouble("weight"),
                                row.getString("on_day"),
                                row.getLong("size"),
                                row.getLong("at"),
                                row.getBytes("picture").length)))
                .containsExactly(List.of("two\nlines", "12.50", true, 0.1, "2026-02-28", 14L, 1774744200L, 3));
        assertThat(database.query("select name from pl_noop.owner order by id", row -> row.getString("name")))
                .containsExactly("seed", "it's \"Ä\" \\ owner");
        assertThat(database.query("select nextval('pl_noop.note_seq') v", row -> row.getLong("v")))
                .containsExactly(17L);
        database.update("insert into pl_noop.owner (name) values ('next')");
        assertThat(count("pl_noop.owner where id = 3")).isOne();
        assertThatExceptionOfType(RuntimeException.class)
                .as("foreign keys hold again")
                .isThrownBy(() -> database.update("insert into pl_noop.note (id, owner) values (2, 99)"));
        assertThat(schema.applied("noop")).containsOnlyKeys("db/migration/V1__first.sql");
    }

    @Test
    void theNextUpgradeRunsItsScriptsOnARestoredCopy() throws MigrationFailure {
        run(next());
        schema.restore(schema.copies("noop").get(0));

        assertThat(run(next())).isEqualTo(1);
        assertThat(run(next())).isZero();
    }

    @Test
    void dataThatWereDroppedComeBack() throws MigrationFailure {
        BuiltArchive archive = version("1.0.0").build();
        SchemaCopy copy =
                schema.copy(archive.descriptor(), archive.writeTo(folder)).orElseThrow();
        schema.drop("noop");

        schema.restore(copy);

        assertThat(count("pl_noop.note")).isEqualTo(2);
    }

    @Test
    void aCopyThatCannotBeLoadedLeavesEverythingAsItIs() throws MigrationFailure {
        BuiltArchive archive = PluginArchiveBuilder.named("noop")
                .version("1.0.0")
                .migration(
                        "V1__first.sql",
                        "create table owner (id int primary key, name varchar(1)); create table x (y int);")
                .build();
        SchemaCopy narrow =
                schema.copy(archive.descriptor(), archive.writeTo(folder)).orElseThrow();

        assertThatExceptionOfType(MigrationFailure.class)
                .isThrownBy(() -> schema.restore(narrow))
                .withMessageContaining("were not restored and are as before");

        assertThat(count("pl_noop.note")).isEqualTo(2);
        assertThat(schema.applied("noop")).hasSize(1);
        assertThat(run(next())).isEqualTo(1);
    }

    @Test
    void whatACrashInTheMiddleOfARestoreLeavesIsPutBackAtTheNextStart() throws Exception {
        Kept kept = POSTGRESQL ? new SchemaAside(source) : new SchemaBackups(source, folder.resolve("schemas"));
        kept.keep("pl_noop");
        database.update("drop schema if exists pl_noop cascade");
        database.update("create schema pl_noop");

        schema(BeforeScripts.COPY).putBackLeftovers();

        assertThat(count("pl_noop.note")).isEqualTo(2);
        assertThat(kept.leftovers()).isEmpty();
    }

    @Test
    void aNameThatLeadsElsewhereHasNoCopies() throws Exception {
        run(next());
        Files.move(folder.resolve("backups/noop"), folder.resolve("elsewhere"));

        assertThat(schema.copies("../elsewhere")).isEmpty();
        assertThat(schema.copies("..")).isEmpty();
    }

    @Test
    void theNewestCopyIsTheFirstOfTheList() throws MigrationFailure {
        BuiltArchive archive = version("1.0.0").build();
        Path file = archive.writeTo(folder);
        SchemaCopy old = schema.copy(archive.descriptor(), file).orElseThrow();
        clock.advance(Duration.ofMinutes(1));
        SchemaCopy young = schema.copy(archive.descriptor(), file).orElseThrow();

        assertThat(schema.copies("noop")).containsExactly(young, old);
    }

    @Test
    void measuresRowsAndBytesOfEachTable() {
        SchemaSize size = schema.size("noop").orElseThrow();

        assertThat(size.tables()).extracting(SchemaSize.Table::name).contains("note", "owner");
        assertThat(size.tables())
                .filteredOn(table -> table.name().equals("note"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).isEqualTo(2))
                .satisfies(table -> assertThat(table.bytes() > 0).isEqualTo(POSTGRESQL)); // H2 has none in memory
        assertThat(schema.size("nobody")).isEmpty();
    }

    private long count(String from) {
        return database.first("select count(*) n from " + from, row -> row.getLong("n"))
                .orElseThrow();
    }
}
