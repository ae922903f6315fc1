package org.peekplatform.server.migration;

import java.time.Instant;
import java.util.List;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;

/**
 * A plugin's data as they were at one moment, in a file of the server.
 *
 * @param reason why it was written, such as {@code before the scripts of 1.1.0}
 * @param scripts that had been run; the file has them too
 */
public record SchemaCopy(String plugin, Instant taken, String reason, List<Migration> scripts) {
    public SchemaCopy {
        scripts = List.copyOf(scripts);
    }

    /** By this it is named; the latest is the last in the order of names. */
    public String name() {
        return String.valueOf(taken.toEpochMilli());
    }
}
