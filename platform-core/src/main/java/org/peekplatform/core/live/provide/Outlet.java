package org.peekplatform.core.live.provide;

import java.util.Set;

/** Carries updates to listeners, in the order in which they were given. Must not block. */
@FunctionalInterface
public interface Outlet {
    void publish(Update update, Set<String> listeners);
}
