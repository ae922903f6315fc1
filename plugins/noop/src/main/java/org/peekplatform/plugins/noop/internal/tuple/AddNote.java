package org.peekplatform.plugins.noop.internal.tuple;

import org.peekplatform.api.live.Action;
import org.peekplatform.plugins.noop.tuple.Note;

/** Writes a note. The text {@code refuse me} is refused. */
public record AddNote(String text) implements Action<Note> {}
