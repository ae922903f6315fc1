package org.peekplatform.runtime.sync;

import java.util.Optional;
import org.peekplatform.core.wanted.WantedSet;

/** What an instance and the centre say to each other besides plain records of the core. */
public final class CentreMessages {
    /** Node to server: an {@link org.peekplatform.core.wanted.InstanceReport}, answered by {@link ReportTaken}. */
    public static final String REPORT = "report";
    /** Node to server: {@link WantedQuestion}, answered by {@link WantedAnswer}. */
    public static final String WANTED = "wanted";
    /** Node to server: {@link ArchiveQuestion}, answered by a stream on the node's archive queue. */
    public static final String ARCHIVE = "archive";
    /** Server to node, no answer: look again. */
    public static final String HINT = "hint";

    /** Node to server, no answer: this instance stops on purpose and is not to be waited for. */
    public static final String GOODBYE = "goodbye";

    private CentreMessages() {}

    /** The revision of the wanted set tells the node whether it is behind. */
    public record ReportTaken(long wantedRevision) {}

    /** @param platformVersion of the node that asks; empty for one that does not say */
    public record WantedQuestion(Optional<String> platformVersion) {}

    /** Either the wanted set, or why this node gets none. */
    public record WantedAnswer(Optional<WantedSet> wanted, Optional<String> refusal) {}

    public record ArchiveQuestion(String sha256) {}
}
