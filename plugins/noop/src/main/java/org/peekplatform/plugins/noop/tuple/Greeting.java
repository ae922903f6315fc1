package org.peekplatform.plugins.noop.tuple;

/**
 * What a visitor is told.
 *
 * @param text a sentence with the visitor's name
 * @param visits how often anybody was greeted, this time included
 */
public record Greeting(String text, long visits) {}
