package org.peekplatform.maven.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes depend on its entries only: sorted by name, all with one time. */
public final class Zip {
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final byte[] EMPTY_MANIFEST = "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Zip() {}

    /** A jar: a manifest that says nothing but its version comes first. */
    public static byte[] jar(Map<String, byte[]> entries) {
        return zip(MANIFEST, EMPTY_MANIFEST, entries);
    }

    /**
     * @param first name of the entry that readers want to meet first
     * @param content of the first entry
     * @param entries the others
     */
    public static byte[] zip(String first, byte[] content, Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            write(zip, first, content);
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                write(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
