package org.peekplatform.server.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.peekplatform.server.catalogue.Archives;

/** Pages on disk, one folder for each archive, named by its digest. A folder appears as a whole or not at all. */
final class PageStore {
    private static final String UNFINISHED = "unfinished-";

    private final Path root;
    private final Archives archives;

    PageStore(Path root, Archives archives) {
        this.root = root;
        this.archives = archives;
    }

    /**
     * The folder with these files, taken out of the archive unless they are there and whole.
     *
     * @param files name below {@code ui/} to SHA-256
     */
    Path folder(String archive, Map<String, String> files) throws IOException {
        Path folder = root.resolve(archive);
        if (isWhole(folder, files)) {
            return folder;
        }
        removeTree(folder);
        Path fresh = Files.createTempDirectory(Files.createDirectories(root), UNFINISHED);
        try {
            extract(archive, files, fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            removeTree(fresh);
        }
        return folder;
    }

    /** Removes what belongs to none of these archives, and what a crash left unfinished. */
    void keepOnly(Set<String> archivesInForce) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                if (!archivesInForce.contains(folder.getFileName().toString())) {
                    removeTree(folder);
                }
            }
        }
    }

    private static boolean isWhole(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !ContentDigest.sha256(path).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private void extract(String archive, Map<String, String> files, Path target) throws IOException {
        Path zipFile = target.resolveSibling(target.getFileName() + ".zip");
        try {
            archives.copy(archive, zipFile);
            try (ZipFile zip = new ZipFile(zipFile.toFile())) {
                for (String name : files.keySet()) {
                    extract(zip, name, target.resolve(name));
                }
            }
        } finally {
            Files.deleteIfExists(zipFile);
        }
        if (!isWhole(target, files)) {
            throw new IOException("the bytes of archive " + archive + " are not those that were accepted");
        }
    }

    private static void extract(ZipFile zip, String name, Path target) throws IOException {
        ZipEntry entry = zip.getEntry(PagesManifest.FOLDER + name);
        if (entry == null) {
            throw new IOException("the archive has no entry " + PagesManifest.FOLDER + name);
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }

    private static void removeTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
