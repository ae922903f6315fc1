package org.peekplatform.plugins.noop.internal.tuple;

/** What a client asks the server, and tells it. */
public interface ServerDoor {
    /** How many visits the database holds. */
    long visits();

    /** The client's side of the last question; the answer is how many clients are known. */
    int report(Pulse pulse);
}
