package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.peekplatform.api.Service;

/** Archives and parts of this instance on disk, by digest. A cache: what is missing is fetched from the centre. */
final class ArchiveStore {
    private final Path archives;
    private final Path parts;
    private final Centre centre;

    ArchiveStore(Path home, Centre centre) throws IOException {
        this.archives = Files.createDirectories(home.resolve("archives"));
        this.parts = Files.createDirectories(home.resolve("parts"));
        this.centre = centre;
    }

    /** The whole archive, fetched if it is not here, with its digest checked. */
    Path archive(String sha256) throws IOException {
        Path file = archives.resolve(sha256 + ".zip");
        if (!Files.exists(file)) {
            Path arriving = Files.createTempFile(archives, "arriving-", ".part");
            try {
                centre.fetch(sha256, arriving);
                requireDigest(arriving, sha256);
                Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(arriving);
            }
        }
        return file;
    }

    /** The EAR of one service, taken out of its archive, with its own digest checked. */
    Path part(String archiveSha256, Service service, String earSha256) throws IOException {
        Path file = kept(earSha256);
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(parts, "fresh-", ".part");
            try {
                extract(archive(archiveSha256), "services/" + service.id() + ".ear", fresh);
                requireDigest(fresh, earSha256);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
        return file;
    }

    /** Where a part is if it was needed before. */
    Path kept(String earSha256) {
        return parts.resolve(earSha256 + ".ear");
    }

    /** Removes what no plugin refers to any more. */
    void keepOnly(Set<String> archiveDigests, Set<String> earDigests) throws IOException {
        removeOthers(archives, ".zip", archiveDigests);
        removeOthers(parts, ".ear", earDigests);
    }

    private static void removeOthers(Path folder, String ending, Set<String> digests) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ending) && !digests.contains(name.substring(0, name.length() - ending.length()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void extract(Path archive, String entryName, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(entryName);
            if (entry == null) {
                throw new IOException("archive has no entry " + entryName);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void requireDigest(Path file, String expected) throws IOException {
        String actual = sha256(file);
        if (!actual.equals(expected)) {
            throw new IOException("SHA-256 of what arrived is " + actual + ", expected " + expected
                    + ". It was thrown away and will be fetched again.");
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
