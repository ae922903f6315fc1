package org.peekplatform.plugins.noop.internal.tuple;

import org.peekplatform.api.live.Query;

/** How many notes there are. */
public record CountNotes() implements Query<CountNotes.Count> {

    /** The answer. */
    public record Count(long count) {}
}
