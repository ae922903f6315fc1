package org.peekplatform.server.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.core.release.Release;
import org.peekplatform.core.release.Skew;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.runtime.link.Complaints;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.messaging.JmsArchives;
import org.peekplatform.runtime.sync.CentreMessages;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.credential.NodeCredentials;
import org.peekplatform.server.instance.InstanceBook;

/** Answers what nodes ask of the centre: takes reports, gives the wanted set, streams archives. */
public final class NodeRequests {
    private static final Logger LOG = System.getLogger(NodeRequests.class.getName());
    private static final Duration ARCHIVE_LIFE = Duration.ofMinutes(5);

    private final Complaints complaints = new Complaints(LOG, System::nanoTime);
    private final Catalogue catalogue;
    private final Archives archives;
    private final InstanceBook instances;
    private final JmsArchives streams;
    private final NodeCredentials credentials;

    public NodeRequests(
            Catalogue catalogue,
            Archives archives,
            InstanceBook instances,
            JmsArchives streams,
            NodeCredentials credentials) {
        this.catalogue = catalogue;
        this.archives = archives;
        this.instances = instances;
        this.streams = streams;
        this.credentials = credentials;
    }

    public void answer(Exchange exchange) {
        exchange.on(CentreMessages.REPORT, this::report);
        exchange.on(CentreMessages.WANTED, this::wanted);
        exchange.on(CentreMessages.GOODBYE, (node, message) -> {
            instances.leave(node);
            return Optional.empty();
        });
        exchange.on(CentreMessages.ARCHIVE, this::archive);
    }

    private Optional<byte[]> report(String node, Envelope message) {
        InstanceReport report = Json.read(message.body(), InstanceReport.class);
        if (!report.instance().equals(node)) {
            complaints.about(
                    node,
                    () -> "PEEK-3306 node '" + node + "' reported as '" + report.instance()
                            + "'; ignored. Its credential and its instance name do not belong together.");
            return Optional.empty();
        }
        instances.take(report);
        report.linkUser().ifPresent(user -> credentials.heard(node, user));
        return Optional.of(Json.write(new CentreMessages.ReportTaken(catalogue.revision())));
    }

    /** A node of a release that does not fit is told why, and keeps what it has. */
    private Optional<byte[]> wanted(String node, Envelope message) {
        String version = Json.read(message.body(), CentreMessages.WantedQuestion.class)
                .platformVersion()
                .orElse("of unknown version");
        Optional<String> refusal = Skew.refusal(Release.version(), node, version);
        return Optional.of(Json.write(new CentreMessages.WantedAnswer(
                refusal.isPresent() ? Optional.empty() : Optional.of(catalogue.wantedOfAll()), refusal)));
    }

    private Optional<byte[]> archive(String node, Envelope message) {
        String sha256 =
                Json.read(message.body(), CentreMessages.ArchiveQuestion.class).sha256();
        if (archives.find(sha256).isEmpty()) {
            complaints.about(
                    node, () -> "PEEK-3307 node '" + node + "' asked for archive " + sha256 + ", which is not kept");
            return Optional.empty();
        }
        try (InputStream bytes = archives.open(sha256)) {
            streams.send(node, message.id(), bytes, ARCHIVE_LIFE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }
}
