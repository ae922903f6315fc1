package org.peekplatform.maven.descriptor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.Map;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.json.Json;

/** The text of a descriptor: readable, and the same bytes for the same values on every machine. */
public final class DescriptorText {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = Json.mapper()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private DescriptorText() {}

    public static byte[] write(PluginDescriptor descriptor) {
        try {
            return WRITER.writeValueAsBytes(descriptor);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same descriptor with the digests of the archive's entries. */
    public static PluginDescriptor withFiles(PluginDescriptor descriptor, Map<String, String> files) {
        return new PluginDescriptor(
                descriptor.id(),
                descriptor.version(),
                descriptor.title(),
                descriptor.description(),
                descriptor.vendor(),
                descriptor.platform(),
                descriptor.requires(),
                descriptor.services(),
                descriptor.api(),
                descriptor.uses(),
                descriptor.migrations(),
                files,
                descriptor.builtWith(),
                descriptor.database());
    }
}
