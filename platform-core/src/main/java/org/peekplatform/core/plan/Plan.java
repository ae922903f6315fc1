package org.peekplatform.core.plan;

import java.util.List;
import java.util.Optional;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;

/**
 * What will be done, for the administrator to read and the life cycle to do. Serialises to JSON as it is.
 *
 * @param from version that is installed; absent on a first install
 * @param to version that is installed afterwards; absent on an uninstall
 * @param steps in the order in which they are done
 * @param dependents plugins that build on this one, nearest first; they restart, or have to be stopped before
 * @param migrations scripts that have not been run yet, in order
 * @param instances those that get a part, or lose one
 * @param interruption one sentence: who does not answer, and for how long about
 * @param warnings what an administrator should think about before saying go
 */
public record Plan(
        Kind kind,
        String plugin,
        Optional<String> from,
        Optional<String> to,
        List<Step> steps,
        List<Dependent> dependents,
        List<Migration> migrations,
        List<InstanceStatus> instances,
        String interruption,
        List<String> warnings) {

    public Plan {
        steps = List.copyOf(steps);
        dependents = List.copyOf(dependents);
        migrations = List.copyOf(migrations);
        instances = List.copyOf(instances);
        warnings = List.copyOf(warnings);
    }

    /** What it is. */
    public enum Kind {
        INSTALL,
        UPGRADE,
        DOWNGRADE,
        REINSTALL,
        UNINSTALL,
        STOP,
        START
    }

    /** What one step does. */
    public enum Action {
        /** Run the pending scripts. */
        MIGRATE,
        /** Bring up a part where there was none. */
        DEPLOY,
        /** Put the new version of a part in place of the old one. */
        REPLACE,
        /** Take a part away. */
        REMOVE,
        /** Stop and start a dependent's parts; WildFly does it together with the step before. */
        RESTART,
        /** See that hooks started and every declared interface is registered. */
        VERIFY,
        /** Take a part out of service and keep it. */
        STOP,
        /** Bring a stopped part back into service. */
        START
    }

    /**
     * One step.
     *
     * @param plugin whose parts
     * @param services on which services, in the order server, client, agent, worker
     * @param text what to show
     */
    public record Step(Action action, String plugin, List<Service> services, String text) {
        public Step {
            services = List.copyOf(services);
        }
    }

    /**
     * A plugin that builds on this one, directly or not.
     *
     * @param services where its part is linked to the plugin's part
     */
    public record Dependent(String plugin, String version, boolean running, List<Service> services) {
        public Dependent {
            services = List.copyOf(services);
        }
    }

    /** Whether it does the same, to the same plugins and data, wherever instances come and go in the meantime. */
    public boolean sameDeedAs(Plan other) {
        return kind == other.kind
                && plugin.equals(other.plugin)
                && from.equals(other.from)
                && to.equals(other.to)
                && steps.equals(other.steps)
                && dependents.equals(other.dependents)
                && migrations.equals(other.migrations);
    }

    /** Instances that are not connected now; they follow when they come back. */
    public List<InstanceStatus> away() {
        return instances.stream().filter(instance -> !instance.connected()).toList();
    }
}
