package org.peekplatform.runtime.web;

import java.util.HashMap;
import java.util.Map;

/** How many bytes of bodies may be on their way in at once: altogether, and from one address a quarter of that. */
final class BodyBudget {
    private final long all;
    private final Map<String, Long> byAddress = new HashMap<>();
    private long taken;

    BodyBudget(long all) {
        this.all = all;
    }

    /** @return whether there was room; what was taken is given back by {@link #give} */
    synchronized boolean take(String address, long bytes) {
        long ofAddress = byAddress.getOrDefault(address, 0L) + bytes;
        if (taken + bytes > all || ofAddress > all / 4) {
            return false;
        }
        byAddress.put(address, ofAddress);
        taken += bytes;
        return true;
    }

    synchronized void give(String address, long bytes) {
        taken -= bytes;
        byAddress.computeIfPresent(address, (a, before) -> before == bytes ? null : before - bytes);
    }

    synchronized long taken() {
        return taken;
    }
}
