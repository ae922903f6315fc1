package org.peekplatform.server.task;

/** Whether a plugin is told what became of its task. */
enum Callback {
    /** It did not ask for it. */
    NONE,
    /** When the task has ended. */
    WANTED,
    /** As soon as somebody listens. */
    DUE,
    /** It was. */
    TOLD
}
