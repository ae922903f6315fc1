package org.peekplatform.core.task;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * For how many tasks there is room. Tasks that end in a moment may wait at the workers in numbers, so that no thread is ever
 * idle while results are written; tasks that take long hardly, and those of one plugin get a share of the threads only, since
 * whoever comes later waits until one of them ends. What is not known yet counts as slow.
 *
 * @param performed whether somebody is there who performs the kind
 * @param mostQuick how many quick ones may be under way in all for one more of the kind to be sent; 0 when the kind is slow
 * @param mostSlow how many slow ones may be under way in all
 * @param mostSlowOfPlugin how many slow ones of one plugin
 */
public record Room(
        Predicate<TaskKind> performed, ToIntFunction<TaskKind> mostQuick, int mostSlow, int mostSlowOfPlugin) {

    boolean isSlow(TaskKind kind) {
        return mostQuick.applyAsInt(kind) == 0;
    }

    boolean admits(TaskKind kind, int quick, int slow, int slowOfPlugin) {
        return performed.test(kind)
                && (isSlow(kind)
                        ? slow < mostSlow && slowOfPlugin < mostSlowOfPlugin
                        : quick < mostQuick.applyAsInt(kind));
    }
}
