package org.peekplatform.core.wanted;

/** State of one plugin on one instance. */
public enum PartState {
    /** The archive is being fetched and checked. */
    FETCHING,
    /** WildFly is deploying it, or its hook is being started. */
    DEPLOYING,
    /** Deployed, hook started, every published interface registered. */
    RUNNING,
    /** Not running because an administrator or an operator stopped it. */
    STOPPED,
    /** Did not come up; the version before serves where there was one. */
    FAILED,
    /** Kept from starting because it broke two starts in a row. */
    QUARANTINED
}
