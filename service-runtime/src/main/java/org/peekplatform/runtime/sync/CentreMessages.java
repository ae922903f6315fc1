package org.peekplatform.runtime.sync;

/** What an instance and the centre say to each other besides plain records of the core. */
public final class CentreMessages {
    /** Node to server: an {@link org.peekplatform.core.wanted.InstanceReport}, answered by {@link ReportTaken}. */
    public static final String REPORT = "report";
    /** Node to server: {@link WantedQuestion}, answered by a {@link org.peekplatform.core.wanted.WantedSet}. */
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

    public record WantedQuestion() {}

    public record ArchiveQuestion(String sha256) {}
}
