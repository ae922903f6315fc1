package org.peekplatform.server.upload;

import java.nio.file.Path;
import java.time.Instant;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.plan.Plan;

/** A checked archive that waits in the staging folder for the administrator's word. */
public record Upload(
        String id, Path file, PluginDescriptor descriptor, String sha256, long size, Plan plan, Instant received) {}
