package org.peekplatform.core.wanted;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.WantedPlugin.WantedPart;

/**
 * Compares what is wanted with what one instance has, and gives the steps between them. Dependents are removed and
 * stopped before their providers, and deployed and started after them.
 *
 * <p>What an operator did to a deployment in the management console is respected: it is seen as the difference between
 * what this instance did last and what WildFly has, and it stands until an administrator decides anew about the plugin,
 * which raises the wanted plugin's revision.
 */
public final class Reconciler {
    private final Service service;

    public Reconciler(Service service) {
        this.service = service;
    }

    /**
     * @param wanted providers before dependents
     * @param applied what this instance did last, by plugin id
     * @param deployed what its WildFly has, by plugin id
     */
    public List<SyncStep> steps(WantedSet wanted, Map<String, Applied> applied, Map<String, Deployed> deployed) {
        List<SyncStep> down = new ArrayList<>();
        List<SyncStep> up = new ArrayList<>();
        for (WantedPlugin plugin : wanted.plugins()) {
            WantedPart part = plugin.parts().get(service);
            if (part == null) {
                continue;
            }
            step(
                            plugin,
                            part,
                            Optional.ofNullable(applied.get(plugin.id())),
                            Optional.ofNullable(deployed.get(plugin.id())))
                    .ifPresent(step -> (step instanceof SyncStep.Disable ? down : up).add(step));
        }
        Collections.reverse(down);
        List<SyncStep> steps = new ArrayList<>(removals(wanted, applied));
        steps.addAll(down);
        steps.addAll(up);
        return steps;
    }

    private List<SyncStep> removals(WantedSet wanted, Map<String, Applied> applied) {
        return applied.keySet().stream()
                .filter(id -> wanted.plugin(id)
                        .map(p -> !p.parts().containsKey(service))
                        .orElse(true))
                .sorted()
                .<SyncStep>map(SyncStep.Remove::new)
                .toList();
    }

    private static Optional<SyncStep> step(
            WantedPlugin wanted, WantedPart part, Optional<Applied> applied, Optional<Deployed> deployed) {
        if (applied.isEmpty() || !applied.get().ear().equals(part.ear())) {
            return Optional.of(new SyncStep.Deploy(wanted));
        }
        Applied last = applied.get();
        boolean unfinished = last.outcome() == PartState.DEPLOYING || last.outcome() == PartState.FETCHING;
        if (unfinished) {
            return Optional.of(new SyncStep.Deploy(wanted));
        }
        return last.revision() == wanted.revision() ? Optional.empty() : Optional.of(decided(wanted, last, deployed));
    }

    private static SyncStep decided(WantedPlugin wanted, Applied last, Optional<Deployed> deployed) {
        boolean asApplied = deployed.map(Deployed::content).equals(last.content()) && deployed.isPresent();
        if (!asApplied || last.outcome() == PartState.FAILED) {
            return new SyncStep.Deploy(wanted);
        }
        if (deployed.get().enabled() == wanted.running()) {
            return new SyncStep.Acknowledge(wanted);
        }
        return wanted.running() ? new SyncStep.Enable(wanted) : new SyncStep.Disable(wanted);
    }
}
