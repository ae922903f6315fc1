package org.peekplatform.core.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peekplatform.core.descriptor.PluginDescriptor;

/** An archive in memory. */
public record BuiltArchive(PluginDescriptor descriptor, byte[] bytes) {
    public String sha256() {
        return Zips.sha256(bytes);
    }

    /** As {@code <id>-<version>.zip}. */
    public Path writeTo(Path folder) {
        try {
            return Files.write(folder.resolve(descriptor.id() + "-" + descriptor.version() + ".zip"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
