package org.peekplatform.api;

import java.util.Locale;

/**
 * The services of the platform that run plugin code.
 *
 * @since 0.1
 */
public enum Service {
    /** The centre: logic, storage, APIs between plugins. */
    SERVER,
    /** Serves the apps and buffers live data. */
    CLIENT,
    /** Talks to outside systems, usually in a DMZ; dials out only. */
    AGENT,
    /** Runs tasks and batch jobs in parallel. */
    WORKER;

    /** The name used in descriptors, archives and messages: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param id a name as {@link #id()} gives it
     * @throws IllegalArgumentException when no service has that name
     */
    public static Service of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
