package org.peekplatform.maven;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.peekplatform.core.descriptor.PluginDescriptor.BuiltWith;
import org.peekplatform.maven.archive.FolderFiles;
import org.peekplatform.maven.archive.PluginSource;
import org.peekplatform.maven.descriptor.Provider;
import org.peekplatform.maven.scan.ClassSet;

/** Small plugins in the packages {@code org.acme.*} of the test code. */
public final class Fixtures {
    private Fixtures() {}

    /** Compiled output of one of them, without a descriptor. */
    public static SortedMap<String, byte[]> output(String root) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            Path classes = Path.of(Fixtures.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            FolderFiles.read(classes.resolve(root)).forEach((name, content) -> files.put(root + "/" + name, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    public static ClassSet classes(String root) {
        return ClassSet.of(output(root).values());
    }

    /** As the build sees it, with a descriptor of these lines in addition to the usual ones. */
    public static PluginSource source(
            String id, SortedMap<String, byte[]> output, List<Provider> providers, String... lines) {
        SortedMap<String, byte[]> files = new TreeMap<>(output);
        String json = "{\"id\": \"" + id + "\", \"title\": \"Test\", \"description\": \"\", \"vendor\": \"\","
                + " \"platform\": \">=0.1\"" + String.join("", lines) + "}";
        files.put("plugin.json", json.getBytes(StandardCharsets.UTF_8));
        return new PluginSource(
                "1.2.3",
                files,
                Map.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                providers,
                new BuiltWith("0.1.0", "17", Optional.empty()));
    }

    /** Entries of a zip, by name. */
    public static SortedMap<String, byte[]> unzip(byte[] zip) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
