package org.peekplatform.server.migration;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Plugins' schemas as they were before scripts began to change them. H2 commits every definition at once, so that a
 * script that fails or is cut short leaves half of its work behind; the schema is then put back from here.
 */
final class SchemaBackups implements Kept {
    private static final String ENDING = ".sql";

    private final DataSource source;
    private final Path folder;

    /** @param folder made when it is needed, for the owner only */
    SchemaBackups(DataSource source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /** Writes a backup. That of a schema that does not exist yet is an empty file. */
    @Override
    public void keep(String schema) throws SQLException, IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = folder.resolve(schema + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        try (Connection connection = source.getConnection()) {
            if (Schema.exists(connection, schema)) {
                run(connection, "script nopasswords nosettings to ? charset 'UTF-8' schema " + schema, fresh);
            }
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file(schema), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Puts a schema back as it was when its backup was written; does nothing when there is none. */
    @Override
    public void putBack(String schema) throws SQLException, IOException {
        Path backup = file(schema);
        if (!Files.exists(backup)) {
            return;
        }
        try (Connection connection = source.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema if exists " + schema + " cascade");
            }
            if (Files.size(backup) > 0) {
                run(connection, "runscript from ? charset 'UTF-8'", backup);
            }
        }
        discard(schema);
    }

    private static void run(Connection connection, String sql, Path file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }

    /** The schema is at its new version, and that is remembered. */
    @Override
    public void discard(String schema) throws IOException {
        Files.deleteIfExists(file(schema));
    }

    /** Schemas whose scripts were cut short. */
    @Override
    public List<String> leftovers() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    Path file(String schema) {
        return folder.resolve(schema + ENDING);
    }
}
