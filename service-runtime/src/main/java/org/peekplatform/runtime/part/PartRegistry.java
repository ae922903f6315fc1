package org.peekplatform.runtime.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts that are deployed now. One per service: the platform EAR's library is one module, and the bean containers of
 * the plugins are not ours to inject into, so this is the one place with a static.
 */
public final class PartRegistry {
    private static final PartRegistry SHARED = new PartRegistry();

    private final PublishedApis apis = new PublishedApis();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private PartListener listener = PartListener.NOBODY;

    /** The registry of this service. */
    public static PartRegistry shared() {
        return SHARED;
    }

    public PublishedApis apis() {
        return apis;
    }

    /** Sets who hears of parts; parts that are there already are told at once. */
    public void listen(PartListener newListener) {
        List<Part> present;
        synchronized (this) {
            listener = newListener;
            present = new ArrayList<>(parts.values());
        }
        present.forEach(newListener::appeared);
    }

    void add(Part part) {
        PartListener told;
        synchronized (this) {
            parts.put(part.deployment(), part);
            told = listener;
        }
        told.appeared(part);
    }

    void remove(Part part) {
        PartListener told;
        synchronized (this) {
            if (!parts.remove(part.deployment(), part)) {
                return;
            }
            told = listener;
        }
        told.disappearing(part);
    }
}
