package org.peekplatform.plugins.noop.tuple;

import java.time.Instant;
import org.peekplatform.api.live.Tuple;

/** A note that somebody wrote on a device. */
@Tuple
public record Note(long id, String text, String author, Instant writtenAt) {}
