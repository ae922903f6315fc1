package org.peekplatform.core.wanted;

import java.time.Instant;
import java.util.Optional;

/**
 * What an instance did last about one plugin; kept on disk, so that it is known after a restart.
 *
 * @param sha256 of the archive it acted on
 * @param ear SHA-256 of the part's EAR in that archive
 * @param revision of the wanted plugin it acted on
 * @param content hash that WildFly gave the deployment, in hex; absent when nothing was deployed
 * @param outcome how it ended
 */
public record Applied(
        String id,
        String version,
        String sha256,
        String ear,
        long revision,
        Optional<String> content,
        PartState outcome,
        Instant since,
        Optional<String> reason) {}
