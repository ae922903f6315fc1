package org.peekplatform.api.call;

/**
 * What one instance said to a question that went to several.
 *
 * @since 0.1
 */
public sealed interface Answer<R> {

    /** The instance that was asked. */
    String instance();

    /** The instance answered with a value, which may be null where the contract's method may return null. */
    record Given<R>(String instance, R value) implements Answer<R> {}

    /** The instance did not answer, or its provider threw. */
    record Failed<R>(String instance, CallFailedException reason) implements Answer<R> {}
}
