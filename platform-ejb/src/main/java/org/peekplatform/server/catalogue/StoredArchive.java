package org.peekplatform.server.catalogue;

import java.time.Instant;
import org.peekplatform.core.descriptor.PluginDescriptor;

/** An archive that was accepted and is kept. */
public record StoredArchive(
        String sha256, PluginDescriptor descriptor, long size, Instant uploaded, String uploadedBy) {}
