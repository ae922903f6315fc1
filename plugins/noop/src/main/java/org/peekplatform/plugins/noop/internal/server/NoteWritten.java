package org.peekplatform.plugins.noop.internal.server;

/** Somebody has written a note. */
record NoteWritten(String author) {}
