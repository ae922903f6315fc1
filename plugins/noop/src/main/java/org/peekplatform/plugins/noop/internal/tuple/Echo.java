package org.peekplatform.plugins.noop.internal.tuple;

/**
 * A text that has been somewhere.
 *
 * @param instance where
 */
public record Echo(String text, String instance) {}
