package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.WantedSet;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.link.LinkException;
import org.peekplatform.runtime.messaging.JmsArchives;

/** The server over the link. */
public final class RemoteCentre implements Centre {
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration ARCHIVE = Duration.ofMinutes(2);

    private final String instance;
    private final String platformVersion;
    private final Exchange exchange;
    private final JmsArchives archives;

    public RemoteCentre(String instance, String platformVersion, Exchange exchange, JmsArchives archives) {
        this.instance = instance;
        this.platformVersion = platformVersion;
        this.exchange = exchange;
        this.archives = archives;
    }

    @Override
    public long report(InstanceReport report) {
        return ask(CentreMessages.REPORT, report, CentreMessages.ReportTaken.class)
                .wantedRevision();
    }

    @Override
    public WantedSet wanted() {
        CentreMessages.WantedQuestion question = new CentreMessages.WantedQuestion(Optional.of(platformVersion));
        CentreMessages.WantedAnswer answer = ask(CentreMessages.WANTED, question, CentreMessages.WantedAnswer.class);
        return answer.wanted()
                .orElseThrow(() -> new VersionRefusedException(answer.refusal().orElse("no reason")));
    }

    @Override
    public void fetch(String sha256, Path target) throws IOException {
        Envelope question = Envelope.of(CentreMessages.ARCHIVE, Json.write(new CentreMessages.ArchiveQuestion(sha256)));
        exchange.tell(Link.SERVER, question, ANSWER);
        if (!archives.receive(instance, question.id(), target, ARCHIVE)) {
            throw new IOException("archive " + sha256 + " did not come from the server within " + ARCHIVE);
        }
    }

    private <T> T ask(String kind, Object question, Class<T> answer) {
        try {
            byte[] body = exchange.ask(Link.SERVER, Envelope.of(kind, Json.write(question)), ANSWER)
                    .get();
            return Json.read(body, answer);
        } catch (ExecutionException e) {
            throw new LinkException("server did not answer '" + kind + "': " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException("interrupted while waiting for the server", e);
        }
    }
}
