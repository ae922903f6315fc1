package org.peekplatform.maven.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.peekplatform.core.archive.EarLayout;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.json.Json;
import org.peekplatform.maven.descriptor.Provider;
import org.peekplatform.maven.scan.ClassSet;

/** Finds other plugins among the dependencies: their API jars, or whole archives. */
public final class ProviderJars {
    private static final String ARCHIVE_DESCRIPTOR = "plugin.json";

    private ProviderJars() {}

    /** Empty when the file is neither. */
    public static Optional<Provider> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, byte[]> entries;
        try (InputStream in = Files.newInputStream(file)) {
            entries = unpack(in);
        }
        if (entries.containsKey(Provider.DESCRIPTOR_ENTRY)) {
            return Optional.of(
                    provider(entries.get(Provider.DESCRIPTOR_ENTRY), entries, below(Provider.TYPES_FOLDER, entries)));
        }
        byte[] archived = entries.get(ARCHIVE_DESCRIPTOR);
        boolean archive = archived != null && entries.keySet().stream().anyMatch(ProviderJars::isPart);
        return archive ? Optional.of(fromArchive(archived, entries)) : Optional.empty();
    }

    /** The jar with all classes of a plugin: neither its API nor its archive. */
    public static boolean isWholePlugin(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            Map<String, byte[]> entries = unpack(in);
            return entries.containsKey(ARCHIVE_DESCRIPTOR)
                    && entries.keySet().stream().noneMatch(ProviderJars::isPart);
        }
    }

    private static boolean isPart(String entry) {
        return entry.startsWith("services/");
    }

    private static Provider fromArchive(byte[] json, Map<String, byte[]> entries) throws IOException {
        String id = Json.read(json, PluginDescriptor.class).id();
        byte[] apiJar = entries.get("api/" + EarLayout.apiJar(id));
        Map<String, byte[]> api = apiJar == null ? Map.of() : unpack(new ByteArrayInputStream(apiJar));
        return provider(json, api, below(PluginPackaging.TYPES, entries));
    }

    private static Provider provider(byte[] json, Map<String, byte[]> entries, SortedMap<String, byte[]> types) {
        List<byte[]> classes = new ArrayList<>();
        entries.forEach((name, content) -> {
            if (name.endsWith(".class")) {
                classes.add(content);
            }
        });
        return new Provider(Json.read(json, PluginDescriptor.class), ClassSet.of(classes), types);
    }

    private static SortedMap<String, byte[]> below(String folder, Map<String, byte[]> entries) {
        SortedMap<String, byte[]> below = new TreeMap<>();
        entries.forEach((name, content) -> {
            if (name.startsWith(folder) && !name.endsWith("/")) {
                below.put(name.substring(folder.length()), content);
            }
        });
        return below;
    }

    private static Map<String, byte[]> unpack(InputStream in) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
