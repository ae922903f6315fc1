package org.peekplatform.server.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * A plugin as the platform wants it.
 *
 * @param current archive that every instance runs; absent while the first install is under way or when it failed
 * @param candidate archive that the server tries before the others get it
 */
public record PluginRow(
        String id,
        long revision,
        Optional<String> current,
        Optional<String> candidate,
        boolean running,
        PluginState state,
        Instant since,
        Optional<String> reason) {}
