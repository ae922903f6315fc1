package org.peekplatform.server.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.json.Json;
import org.peekplatform.server.database.Database;

/** Tables {@code archive} and {@code archive_chunk}: bytes go in and out in pieces of one megabyte. */
public final class Archives {
    private static final int CHUNK = 1024 * 1024;

    private final Database database;
    private final Clock clock;
    private final Map<String, StoredArchive> seen = new ConcurrentHashMap<>();

    public Archives(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps an accepted archive; in the caller's transaction. Keeping the same bytes again changes nothing. */
    public void keep(PluginDescriptor descriptor, String sha256, Path file, String actor) throws IOException {
        if (find(sha256).isPresent()) {
            return;
        }
        database.update(
                "insert into peek.archive (sha256, plugin, version, descriptor, size, uploaded, uploaded_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                sha256,
                descriptor.id(),
                descriptor.version(),
                new String(Json.write(descriptor), StandardCharsets.UTF_8),
                Files.size(file),
                clock.instant(),
                actor);
        try (InputStream in = Files.newInputStream(file)) {
            int seq = 0;
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                database.update(
                        "insert into peek.archive_chunk (sha256, seq, bytes) values (?, ?, ?)", sha256, seq++, chunk);
            }
        }
    }

    /** Found in memory after the first time: the row of a digest never changes. */
    public Optional<StoredArchive> find(String sha256) {
        Optional<StoredArchive> found = Optional.ofNullable(seen.get(sha256)).or(() -> read(sha256));
        found.ifPresent(archive -> seen.put(sha256, archive));
        return found;
    }

    private Optional<StoredArchive> read(String sha256) {
        return database.first(
                "select sha256, descriptor, size, uploaded, uploaded_by from peek.archive where sha256 = ?",
                Archives::archive,
                sha256);
    }

    /** Every kept version of a plugin, newest upload first. */
    public List<StoredArchive> versions(String plugin) {
        return database.query(
                "select sha256, descriptor, size, uploaded, uploaded_by from peek.archive where plugin = ?"
                        + " order by uploaded desc",
                Archives::archive,
                plugin);
    }

    /** The archive's bytes, read piece by piece from the database. */
    public InputStream open(String sha256) {
        return new ChunkStream(seq -> database.first(
                "select bytes from peek.archive_chunk where sha256 = ? and seq = ?",
                row -> row.getBytes("bytes"),
                sha256,
                seq));
    }

    public void copy(String sha256, Path target) throws IOException {
        try (InputStream in = open(sha256);
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
    }

    /** Forgets the archives of a plugin that is gone. */
    public void forget(String plugin) {
        database.update("delete from peek.archive where plugin = ?", plugin);
        seen.values().removeIf(archive -> archive.descriptor().id().equals(plugin));
    }

    private static StoredArchive archive(ResultSet row) throws SQLException {
        try {
            return new StoredArchive(
                    row.getString("sha256"),
                    Json.read(row.getString("descriptor").getBytes(StandardCharsets.UTF_8), PluginDescriptor.class),
                    row.getLong("size"),
                    Database.instant(row, "uploaded"),
                    row.getString("uploaded_by"));
        } catch (UncheckedIOException e) {
            throw new SQLException("row of archive " + row.getString("sha256") + " holds no descriptor", e);
        }
    }
}
