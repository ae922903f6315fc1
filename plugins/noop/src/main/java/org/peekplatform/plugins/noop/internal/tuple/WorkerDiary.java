package org.peekplatform.plugins.noop.internal.tuple;

/** What the worker writes into the plugin's own tables. */
public interface WorkerDiary {

    /** Adds a visit and gives what the database has afterwards. */
    Written write(String visitor);

    /**
     * A row as it was read back.
     *
     * @param rows how many visits there are with it, whoever wrote them
     */
    record Written(long row, String visitor, long rows, String instance) {}
}
