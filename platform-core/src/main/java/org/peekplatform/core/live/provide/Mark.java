package org.peekplatform.core.live.provide;

/**
 * What a listener should have by now. It travels in the order of the updates, so whoever receives it can compare at once.
 *
 * @param epoch the life of the server
 * @param sent updates that were sent to this listener in this life
 * @param keys selectors that the server believes it observes
 * @param list id of the last list of this listener that was taken; empty before the first
 */
public record Mark(String epoch, long sent, int keys, String list) {}
