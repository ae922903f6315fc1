package org.peekplatform.api.task;

import static java.util.Objects.requireNonNull;

/**
 * How far a task is.
 *
 * @param done from 0 to 1
 * @param note for people, such as {@code 300 of 800 rows}; may be empty; at most 200 characters are kept
 * @since 0.1
 */
public record TaskProgress(double done, String note) {
    /** Nothing was said yet. */
    public static final TaskProgress NONE = new TaskProgress(0, "");

    private static final int LONGEST = 200;

    public TaskProgress {
        requireNonNull(note, "note is null");
        if (!(done >= 0 && done <= 1)) {
            throw new IllegalArgumentException("progress is " + done + ", it must be from 0 to 1");
        }
        note = note.length() > LONGEST ? note.substring(0, LONGEST) : note;
    }
}
