package org.peekplatform.core.live.serve;

import java.util.LinkedHashSet;
import java.util.Set;
import org.peekplatform.core.live.provide.Update;

/** The newest update of one selector and who observes it here. Guarded by itself, but for the update. */
final class BufferEntry {
    final String key;
    final Set<Subscription> subscriptions = new LinkedHashSet<>();
    boolean gone;
    boolean asked;
    long askedAt;
    long idleSince;
    private volatile Update newest;

    BufferEntry(String key, long now) {
        this.key = key;
        this.idleSince = now;
    }

    Update newest() {
        return newest;
    }

    void newest(Update update) {
        newest = update;
    }

    int size() {
        Update held = newest;
        return held == null ? 0 : held.size();
    }
}
