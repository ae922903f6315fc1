package org.peekplatform.server.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;

class SchemaExportTest {
    private static final Instant ORDERED = Instant.parse("2026-03-01T08:00:00.123Z");

    @TempDir
    Path folder;

    private final DataSource source = MemoryDatabase.source();
    private final Database database = MemoryDatabase.on(source);
    private SchemaExport export;

    @BeforeEach
    void fill() {
        export = new SchemaExport(source, folder.resolve("exports"));
        database.update("create schema pl_a_b");
        database.update("create table pl_a_b.note (id bigint primary key, text varchar(50))");
        database.update("insert into pl_a_b.note values (1, 'kept')");
        database.update("create schema pl_axb");
        database.update("create table pl_axb.of_another (id bigint)");
    }

    @Test
    void writesTheTablesOfThatPluginAndOfNoOther() throws IOException {
        Path file = export.write("a-b", ORDERED).orElseThrow();

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("note.ndjson");
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("note.ndjson")).readAllBytes(), UTF_8))
                    .isEqualTo("{\"id\":1,\"text\":\"kept\"}\n");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theSameOrderAfterACrashBeforeTheDropWritesTheSameFileAnew() throws IOException {
        Path half = Files.createDirectories(folder.resolve("exports")).resolve("a-b-1772352000123.zip.new");
        Files.writeString(half, "half a zip");

        Path file = export.write("a-b", ORDERED).orElseThrow();

        assertThat(file).hasFileName("a-b-1772352000123.zip");
        assertThat(exports()).isEqualTo(1);
    }

    @Test
    void theSameOrderAfterACrashBehindTheDropFindsWhatWasExported() throws IOException {
        Path file = export.write("a-b", ORDERED).orElseThrow();
        byte[] exported = Files.readAllBytes(file);
        database.update("drop schema pl_a_b cascade");

        assertThat(export.write("a-b", ORDERED)).contains(file);
        assertThat(file).hasBinaryContent(exported);
    }

    @Test
    void aPluginWithoutDataGetsNoFile() {
        assertThat(export.write("nothing", ORDERED)).isEqualTo(Optional.empty());
    }

    private long exports() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("exports"))) {
            return files.count();
        }
    }
}
