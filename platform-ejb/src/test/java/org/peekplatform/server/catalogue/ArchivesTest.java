package org.peekplatform.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;

class ArchivesTest {
    private final Database database = MemoryDatabase.fresh();
    private final Archives archives = new Archives(database, Clock.systemUTC());
    private BuiltArchive built;
    private Path file;

    @BeforeEach
    void buildOneOfManyPieces(@TempDir Path folder) {
        byte[] noise = new byte[5_000_000];
        new Random(3).nextBytes(noise);
        built = named("big").file("ui/noise.bin", noise).build();
        file = built.writeTo(folder);
    }

    @Test
    void givesBackTheBytesThatWereBrought() throws IOException {
        archives.bring(built.sha256(), file);
        keep();

        try (InputStream in = archives.open(built.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(built.bytes());
        }
    }

    @Test
    void bringsAgainWhatACrashCutShort() throws IOException {
        archives.bring(built.sha256(), file);
        database.update("delete from peek.archive_piece where seq > 40");

        archives.bring(built.sha256(), file);

        assertThat(pieces()).isEqualTo((built.bytes().length + 65_535) / 65_536);
    }

    @Test
    void sweepsBytesWhoseArchiveWasNeverKeptAndNoOthers() throws IOException {
        database.update(
                "insert into peek.archive_piece (sha256, seq, bytes) values ('lost', 0, ?)", Files.readAllBytes(file));
        archives.bring(built.sha256(), file);
        keep();
        long kept = pieces();

        archives.sweep();

        assertThat(pieces()).isEqualTo(kept);
        assertThat(count("select count(*) as n from peek.archive_piece")).isEqualTo(kept);
    }

    @Test
    void leavesNoBytesOfAPluginThatIsForgotten() throws IOException {
        archives.bring(built.sha256(), file);
        keep();

        archives.forget("big");

        assertThat(archives.find(built.sha256())).isEmpty();
        assertThat(pieces()).isZero();
    }

    private void keep() {
        archives.keep(built.descriptor(), built.sha256(), built.bytes().length, "admin");
    }

    private long pieces() {
        return database.first(
                        "select count(*) as n from peek.archive_piece where sha256 = ?",
                        row -> row.getLong("n"),
                        built.sha256())
                .orElseThrow();
    }

    private long count(String sql) {
        return database.first(sql, row -> row.getLong("n")).orElseThrow();
    }
}
