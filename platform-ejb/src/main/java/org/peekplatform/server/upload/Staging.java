package org.peekplatform.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder where uploads are written before they are checked; for the owner only, emptied at every start. */
public final class Staging {
    private final Path folder;

    /** A file that arrived whole, and the digest of what was written. */
    record Arrived(Path file, String sha256) {}

    public Staging(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /** Writes a stream to a file of our own naming; empty, and no file, when it is longer than the limit. */
    Optional<Arrived> receive(InputStream in, long limit) throws IOException {
        Path file = Files.createTempFile(folder, "upload-", ".zip");
        boolean whole = false;
        try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256())) {
            whole = copy(in, out, limit);
            out.flush();
            return whole
                    ? Optional.of(new Arrived(
                            file,
                            HexFormat.of().formatHex(out.getMessageDigest().digest())))
                    : Optional.empty();
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            if (total > limit) {
                return false;
            }
            out.write(buffer, 0, read);
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
