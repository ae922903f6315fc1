package org.peekplatform.core.wanted;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.api.Service;

/**
 * All that an instance says about itself, sent at every change and every few seconds. Later ones replace earlier ones.
 *
 * @param started when this life of the instance began
 * @param sequence grows with every report of one life
 * @param wantedRevision of the wanted set that the instance saw last
 * @param counters what it has done since it started, such as {@code live.updates}
 * @param sent when it was sent, by the instance's own clock
 * @param linkUser with which credential the instance signs in at the broker; empty for the server's own WildFly
 */
public record InstanceReport(
        String instance,
        Service service,
        String platformVersion,
        Instant started,
        long sequence,
        long wantedRevision,
        List<PartReport> parts,
        Map<String, Long> counters,
        Optional<Instant> sent,
        Optional<String> linkUser) {
    public InstanceReport {
        parts = List.copyOf(parts);
        counters = counters == null ? Map.of() : Map.copyOf(counters);
        sent = sent == null ? Optional.empty() : sent;
        linkUser = linkUser == null ? Optional.empty() : linkUser;
    }
}
