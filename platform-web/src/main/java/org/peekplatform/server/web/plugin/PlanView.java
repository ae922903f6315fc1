package org.peekplatform.server.web.plugin;

import java.util.List;
import java.util.Optional;
import org.peekplatform.core.plan.InstanceStatus;
import org.peekplatform.core.plan.Plan;

/**
 * What will be done, as REST clients read it.
 *
 * @param kind {@code INSTALL}, {@code UPGRADE}, {@code DOWNGRADE} or {@code REINSTALL}
 * @param steps in their order, in words
 * @param restarts ids of dependents that are interrupted as well
 * @param migrations scripts that are pending
 */
public record PlanView(
        String kind,
        String plugin,
        Optional<String> fromVersion,
        Optional<String> toVersion,
        List<String> steps,
        List<String> restarts,
        List<Script> migrations,
        List<Affected> instances,
        String interruption,
        List<String> warnings) {

    /** A script that will be run. */
    public record Script(String file, String sha256) {}

    /** An instance that gets a part. */
    public record Affected(String name, String service, boolean connected) {}

    static PlanView of(Plan plan) {
        return new PlanView(
                plan.kind().name(),
                plan.plugin(),
                plan.from(),
                plan.to(),
                plan.steps().stream().map(Plan.Step::text).toList(),
                plan.dependents().stream().map(Plan.Dependent::plugin).toList(),
                plan.migrations().stream()
                        .map(m -> new Script(m.file(), m.sha256()))
                        .toList(),
                plan.instances().stream().map(PlanView::affected).toList(),
                plan.interruption(),
                plan.warnings());
    }

    private static Affected affected(InstanceStatus instance) {
        return new Affected(instance.name(), instance.service().id(), instance.connected());
    }
}
