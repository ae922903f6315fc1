package org.peekplatform.core.task;

import java.util.function.Predicate;

/**
 * For how many tasks of a plugin there is room. Tasks that end in a moment may fill the workers and wait behind them, so that
 * no thread is ever idle; tasks that take long get a share only, since whoever comes later waits until one of them ends. What
 * is not known yet counts as slow.
 *
 * @param performed whether somebody is there who performs the kind
 * @param quick whether tasks of the kind end in a moment
 * @param most of one plugin, quick and slow together
 * @param mostSlow of one plugin, slow ones
 */
public record Room(Predicate<TaskKind> performed, Predicate<TaskKind> quick, int most, int mostSlow) {

    boolean isSlow(TaskKind kind) {
        return !quick.test(kind);
    }

    boolean admits(TaskKind kind, int underWay, int slowUnderWay) {
        return performed.test(kind) && underWay < most && (quick.test(kind) || slowUnderWay < mostSlow);
    }
}
