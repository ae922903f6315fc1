package org.peekplatform.core.archive;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Holds a nested archive while it is checked: small ones in memory, bigger ones in a file with a name of our own that
 * only the owner can read and that goes away on close.
 */
final class Spool {
    private static final int IN_MEMORY = 8 * 1024 * 1024;

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * @param size of the content, which the stream keeps to
     */
    SeekableByteChannel hold(InputStream content, long size) throws IOException {
        if (size <= IN_MEMORY) {
            return new BytesChannel(content.readAllBytes());
        }
        Path file = folder.resolve("nested-" + UUID.randomUUID());
        FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE), ownerOnly());
        try {
            OutputStream out = Channels.newOutputStream(channel);
            content.transferTo(out);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
