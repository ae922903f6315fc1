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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.json.Json;
import org.peekplatform.server.database.Database;

/** Tables {@code archive} and {@code archive_piece}: bytes go in and out in pieces. */
public final class Archives {
    /** Less than half a region of a small heap (512 kB): larger arrays pass the young generation by and pile up. */
    private static final int PIECE = 64 * 1024;

    /** As many as one transaction may write or delete: H2 holds in memory what it does until its end. */
    private static final int PIECES_AT_A_TIME = 32;

    private final Database database;
    private final Clock clock;
    private final Map<String, StoredArchive> seen = new ConcurrentHashMap<>();

    public Archives(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Brings the bytes of an accepted archive in, in many small transactions and never as part of one. They count for
     * nothing until the archive is kept.
     */
    public synchronized void bring(String sha256, Path file) throws IOException {
        long all = (Files.size(file) + PIECE - 1) / PIECE;
        if (find(sha256).isPresent() || brought(sha256) == all) {
            return;
        }
        empty(sha256);
        try (InputStream in = Files.newInputStream(file)) {
            int seq = 0;
            for (List<byte[]> some = some(in); !some.isEmpty(); some = some(in)) {
                seq = write(sha256, seq, some);
            }
        }
    }

    private long brought(String sha256) {
        return database.first(
                        "select count(*) as pieces from peek.archive_piece where sha256 = ?",
                        row -> row.getLong("pieces"),
                        sha256)
                .orElseThrow();
    }

    private static List<byte[]> some(InputStream in) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        while (pieces.size() < PIECES_AT_A_TIME) {
            byte[] piece = in.readNBytes(PIECE);
            if (piece.length == 0) {
                break;
            }
            pieces.add(piece);
        }
        return pieces;
    }

    private int write(String sha256, int from, List<byte[]> pieces) {
        return database.inTransaction(() -> {
            int seq = from;
            for (byte[] piece : pieces) {
                database.update(
                        "insert into peek.archive_piece (sha256, seq, bytes) values (?, ?, ?)", sha256, seq++, piece);
            }
            return seq;
        });
    }

    /** Keeps an archive whose bytes were brought; in the caller's transaction. Keeping it again changes nothing. */
    public void keep(PluginDescriptor descriptor, String sha256, long size, String actor) {
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
                size,
                clock.instant(),
                actor);
    }

    /** Removes bytes that were brought for an archive that was never kept. */
    public void sweep() {
        database.query(
                        "select distinct sha256 from peek.archive_piece where sha256 not in (select sha256 from peek.archive)",
                        row -> row.getString("sha256"))
                .forEach(this::empty);
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
        return new PieceStream(seq -> database.first(
                "select bytes from peek.archive_piece where sha256 = ? and seq = ?",
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

    /** Forgets the archives of a plugin that is gone; in many small transactions and never as part of one. */
    public void forget(String plugin) {
        versions(plugin).forEach(archive -> {
            database.update("delete from peek.archive where sha256 = ?", archive.sha256());
            seen.remove(archive.sha256());
            empty(archive.sha256());
        });
    }

    private void empty(String sha256) {
        int last = database.first(
                        "select max(seq) as last from peek.archive_piece where sha256 = ?",
                        row -> row.getInt("last"),
                        sha256)
                .orElse(0);
        for (int from = last - last % PIECES_AT_A_TIME; from >= 0; from -= PIECES_AT_A_TIME) {
            database.update("delete from peek.archive_piece where sha256 = ? and seq >= ?", sha256, from);
        }
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
