package org.peekplatform.core.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peekplatform.api.Service;
import org.peekplatform.core.plan.Plan.Action;
import org.peekplatform.core.plan.Plan.Dependent;
import org.peekplatform.core.plan.Plan.Step;

/** Steps and sentences that plans of every kind share. */
final class Steps {
    private Steps() {}

    /** One step over all these services; none when there are none. */
    static void add(List<Step> steps, Action action, String plugin, Stream<Service> services) {
        List<Service> sorted = services.sorted().toList();
        if (!sorted.isEmpty()) {
            steps.add(new Step(
                    action,
                    plugin,
                    sorted,
                    action.name().toLowerCase(Locale.ROOT) + " '" + plugin + "' on "
                            + sorted.stream().map(Service::id).collect(Collectors.joining(", "))));
        }
    }

    static void restarts(List<Step> steps, List<Dependent> dependents) {
        dependents.stream()
                .filter(Dependent::running)
                .forEach(dependent -> add(steps, Action.RESTART, dependent.plugin(), dependent.services().stream()));
    }

    static List<String> running(List<Dependent> dependents) {
        return dependents.stream()
                .filter(Dependent::running)
                .map(Dependent::plugin)
                .toList();
    }

    static String interruption(String plugin, List<String> restarting) {
        return restarting.isEmpty()
                ? "'" + plugin + "' does not answer for about a second; everything else keeps running."
                : "'" + plugin + "' and what builds on it (" + Subject.names(restarting)
                        + ") do not answer for a few seconds; everything else keeps running.";
    }

    static Optional<String> away(List<InstanceStatus> instances) {
        List<String> away = instances.stream()
                .filter(i -> !i.connected())
                .map(InstanceStatus::name)
                .sorted()
                .toList();
        return away.isEmpty()
                ? Optional.empty()
                : Optional.of("Away now, will follow when back: " + Subject.names(away) + ".");
    }
}
