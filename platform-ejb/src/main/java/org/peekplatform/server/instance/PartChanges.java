package org.peekplatform.server.instance;

import org.peekplatform.core.wanted.PartReport;

/** Hears of every change of state of a plugin on an instance. */
@FunctionalInterface
public interface PartChanges {
    void changed(String instance, PartReport now);
}
