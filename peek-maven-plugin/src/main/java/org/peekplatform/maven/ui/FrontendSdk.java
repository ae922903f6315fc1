package org.peekplatform.maven.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.maven.artifact.Artifact;
import org.peekplatform.maven.archive.Digest;

/**
 * The tool chain, unpacked. Its folder is named after the lock file, so that all SDKs with the same npm packages share one
 * installation; the SDK's own files are replaced when they differ, and its own script installs what is missing.
 */
public final class FrontendSdk {
    private static final String LOCK_FILE = "package-lock.json";
    private static final String CONTENT = ".content";

    private final Path folder;

    private FrontendSdk(Path folder) {
        this.folder = folder;
    }

    /** Whether an artifact is the SDK. */
    public static boolean isSdk(Artifact artifact) {
        return artifact.getArtifactId().equals("frontend") && "sdk".equals(artifact.getClassifier());
    }

    /** Unpacks and installs what is not there yet. The caller sees to it that nobody else does so in the same cache. */
    static FrontendSdk install(Path zip, Path cache, Consumer<String> log) throws IOException {
        SortedMap<String, byte[]> files = unpack(zip);
        byte[] lock = files.get(LOCK_FILE);
        if (lock == null) {
            throw new IOException("PEEK-2321 " + zip.getFileName() + " has no " + LOCK_FILE
                    + ", it is no frontend SDK. The pages were not built. Use the SDK of the platform's version.");
        }
        FrontendSdk sdk =
                new FrontendSdk(cache.resolve("frontend-" + Digest.of(lock).substring(0, 16)));
        sdk.replaceFiles(files);
        new Command(sdk.folder, log).run("node", "install.mjs");
        return sdk;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private void replaceFiles(SortedMap<String, byte[]> files) throws IOException {
        StringBuilder listing = new StringBuilder();
        files.forEach((name, content) ->
                listing.append(name).append(' ').append(Digest.of(content)).append('\n'));
        byte[] wanted = listing.toString().getBytes(StandardCharsets.UTF_8);
        Path marker = file(CONTENT);
        if (Files.exists(marker) && Arrays.equals(Files.readAllBytes(marker), wanted)) {
            return;
        }
        Files.deleteIfExists(marker);
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            Path target = file(entry.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, entry.getValue());
        }
        Files.write(marker, wanted);
    }

    private static SortedMap<String, byte[]> unpack(Path file) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(inside(entry.getName()), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    private static String inside(String name) throws IOException {
        Path path = Path.of(name);
        if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
            throw new IOException("PEEK-2323 the frontend SDK has the entry '" + name
                    + "', which leaves its folder. The pages were not built. Use the SDK of the platform's version.");
        }
        return name;
    }
}
