package org.peekplatform.core.live.provide;

/**
 * What a listener should have by now. It travels in the order of the updates, so whoever receives it can compare at once.
 *
 * @param epoch the life of the server
 * @param sent updates that were sent to this listener in this life before the mark
 * @param turn of the newest that the server has taken from this listener
 * @param keys print of the selectors that the server believes it observes, see {@link KeyPrint}
 * @param list id of the list that the server takes now: everything that this list asks for is sent after the mark. Empty in
 *     a mark that only lets compare
 */
public record Mark(String epoch, long sent, long turn, long keys, String list) {}
