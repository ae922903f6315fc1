package org.peekplatform.server.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.json.Json;

/** An archive with pages: one module of the admin app, whose text is given, and a picture. */
final class PagesArchive {
    private final String id;
    private final Map<String, byte[]> files = new TreeMap<>();
    private List<Requirement> requires = List.of();

    private PagesArchive(String id) {
        this.id = id;
    }

    static PagesArchive named(String id, String module) {
        return new PagesArchive(id).changed(module, UnaryOperator.identity());
    }

    /** With the manifest as the build writes it, changed. */
    PagesArchive changed(String module, UnaryOperator<PagesManifest> change) {
        String file = "pages-" + sha256(module.getBytes(UTF_8)).substring(0, 8) + ".js";
        files.put("ui/" + file, module.getBytes(UTF_8));
        files.put("ui/assets/dot.svg", "<svg/>".getBytes(UTF_8));
        String entry = "@peek/" + id + "/_private/admin-app";
        PagesManifest manifest = new PagesManifest(
                id,
                new PagesManifest.BuiltWith("21.2.24"),
                Map.of("admin", new PagesManifest.App(entry)),
                Map.of(entry, file),
                List.of("@angular/core", "@peek/platform"),
                Map.of(file, integrity(module)));
        files.put(PagesManifest.ENTRY, Json.write(change.apply(manifest)));
        return this;
    }

    PagesArchive file(String name, String content) {
        files.put(name, content.getBytes(UTF_8));
        return this;
    }

    PagesArchive without(String name) {
        files.remove(name);
        return this;
    }

    PagesArchive requires(String plugin) {
        requires = List.of(new Requirement(plugin, ">=1", false, List.of()));
        return this;
    }

    PluginDescriptor descriptor() {
        Map<String, String> digests = new TreeMap<>();
        files.forEach((name, content) -> digests.put(name, sha256(content)));
        return new PluginDescriptor(
                id,
                "1.0.0",
                id,
                "",
                "",
                ">=0.1",
                requires,
                Map.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                digests,
                Optional.empty());
    }

    Path writeTo(Path folder) throws IOException {
        Path zip = folder.resolve(UUID.randomUUID() + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return zip;
    }

    static String integrity(String text) {
        try {
            return ContentDigest.integrity(new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
