package org.peekplatform.plugins.noop.tuple;

import java.time.Instant;
import org.peekplatform.api.live.Tuple;

/**
 * What the load generator says last for one series.
 *
 * @param number grows with each change
 * @param sentAt when the change was told
 * @param padding makes it as large as was asked for
 */
@Tuple
public record Reading(String series, long number, Instant sentAt, String padding) {}
