package org.peekplatform.api.task;

import static java.util.Objects.requireNonNull;

/**
 * A kind of task: what goes in, what comes out. Declared once, as a constant in a class that the plugin's server and
 * worker parts share.
 *
 * @param name unique within the plugin, such as {@code sum}
 * @param input travels as JSON, see {@link org.peekplatform.api.call.Calls} for the types that can
 * @param output travels as JSON
 * @since 0.1
 */
public record TaskType<I, O>(String name, Class<I> input, Class<O> output) {
    public TaskType {
        requireNonNull(name, "name is null");
        requireNonNull(input, "input is null");
        requireNonNull(output, "output is null");
    }
}
