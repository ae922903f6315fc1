package org.peekplatform.plugins.noop.internal.tuple;

import org.peekplatform.api.live.Action;

/**
 * Makes load: readings that change.
 *
 * @param selectors how many series, {@code load-1} and so on
 * @param changesPerSecond over all series
 * @param seconds how long; 0 ends what runs
 * @param bytes of padding in each reading
 */
public record StartLoad(int selectors, int changesPerSecond, int seconds, int bytes) implements Action<Void> {}
