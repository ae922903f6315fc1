package org.peekplatform.server.migration;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.zip.ZipOutputStream;

/** Files with data of plugins: for WildFly's user only, and whole when they are there. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** Writes a zip. */
    @FunctionalInterface
    interface Content {
        void writeTo(ZipOutputStream zip) throws SQLException, IOException;
    }

    /** Written aside and moved into place. */
    static void write(Path file, Content content) throws SQLException, IOException {
        Files.createDirectories(file.getParent(), permissions("rwx------"));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, permissions("rw-------"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
            content.writeTo(zip);
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
