package org.peekplatform.server.catalogue;

/** State of a plugin on the platform as a whole. */
public enum PluginState {
    /** Accepted and stored; waits for its turn. */
    PLANNED,
    /** Its scripts are being run. */
    MIGRATING,
    /** It is being brought to the instances. */
    DEPLOYING,
    /** It runs on every connected instance that it has a part for. */
    RUNNING,
    /** An administrator stopped it. */
    STOPPED,
    /** It did not come up, and there was no version before it to go back to. */
    FAILED
}
