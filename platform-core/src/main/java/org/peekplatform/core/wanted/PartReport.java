package org.peekplatform.core.wanted;

import java.time.Instant;
import java.util.Optional;

/**
 * What an instance says about one plugin.
 *
 * @param version the version that the state is about
 * @param sha256 archive that the state is about
 * @param revision revision of the wanted plugin that the instance acted on last
 * @param reason one sentence, for every state but a plain RUNNING
 */
public record PartReport(
        String id,
        String version,
        String sha256,
        long revision,
        PartState state,
        Instant since,
        Optional<String> reason) {}
