package org.peekplatform.server.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order of an administrator and how it goes.
 *
 * @param before archive that ran when the order was given
 * @param target archive that is to run
 * @param data what becomes of the plugin's data, for an uninstall
 */
public record Operation(
        String id,
        String plugin,
        Kind kind,
        Optional<String> before,
        Optional<String> target,
        Optional<DataChoice> data,
        State state,
        List<Step> steps,
        Actor actor,
        Instant started,
        Optional<Instant> ended,
        Optional<String> reason) {

    public Operation {
        steps = List.copyOf(steps);
    }

    /** What is ordered. */
    public enum Kind {
        INSTALL,
        STOP,
        START,
        UNINSTALL
    }

    /** How far it is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /** What becomes of a plugin's data when it is uninstalled. */
    public enum DataChoice {
        KEEP,
        EXPORT,
        DROP
    }

    /** Who ordered it, and from where. */
    public record Actor(String name, String address) {}

    /** One step and how it went. */
    public record Step(String name, State state, String detail) {}

    /** The same order, now that its turn has come: other orders may have changed what runs. */
    Operation over(Optional<String> current) {
        return new Operation(id, plugin, kind, current, target, data, state, steps, actor, started, ended, reason);
    }

    Operation with(State newState, List<Step> newSteps, Optional<Instant> newEnded, Optional<String> newReason) {
        return new Operation(
                id, plugin, kind, before, target, data, newState, newSteps, actor, started, newEnded, newReason);
    }
}
