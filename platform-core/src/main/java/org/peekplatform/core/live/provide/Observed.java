package org.peekplatform.core.live.provide;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.peekplatform.core.live.wire.SelectorKey;

/** One selector that somebody observes. Guarded by itself. */
final class Observed {
    final SelectorKey key;
    final Set<String> listeners = new TreeSet<>();
    Optional<Snapshot> current = Optional.empty();
    Optional<Update> said = Optional.empty();
    boolean gone;
    boolean dirty;
    boolean loading;
    long loadedAt;

    Observed(SelectorKey key) {
        this.key = key;
    }
}
