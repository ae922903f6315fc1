package org.peekplatform.api.live;

import java.util.List;

/**
 * Loads what a selector names.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TupleProvider<T> {

    /**
     * Called when somebody begins to observe a selector, and again after each change of it; once for all who observe it,
     * never twice at a time for one selector, on a thread of the platform and in the context of the plugin's part.
     *
     * @param selector what is asked for; its keys are a device's words and may be anything
     * @return all of it, in the order in which it is to be shown; empty when there is nothing
     * @throws Exception when it cannot be loaded: whoever observes keeps what they have, the reason goes to the log, and
     *     it is tried again with the next change
     */
    List<T> load(TupleSelector selector) throws Exception;
}
