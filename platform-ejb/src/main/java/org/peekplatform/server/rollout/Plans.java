package org.peekplatform.server.rollout;

import java.util.List;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.SemanticVersion;
import org.peekplatform.core.plan.InstanceStatus;
import org.peekplatform.core.plan.PlanResult;
import org.peekplatform.core.plan.Planner;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.migration.PluginSchema;

/** The core's planner with what is installed and who is there now. */
public final class Plans {
    private final Planner planner;
    private final Catalogue catalogue;
    private final PluginSchema schema;
    private final InstanceBook instances;
    private final SemanticVersion platform;

    public Plans(Catalogue catalogue, PluginSchema schema, InstanceBook instances, SemanticVersion platform) {
        this.planner = new Planner(schema.vendor());
        this.catalogue = catalogue;
        this.schema = schema;
        this.instances = instances;
        this.platform = platform;
    }

    public PlanResult install(PluginDescriptor descriptor, String sha256) {
        return planner.planInstall(
                descriptor, sha256, catalogue.installed(), platform, schema.applied(descriptor.id()), statuses());
    }

    public PlanResult uninstall(String plugin) {
        return planner.planUninstall(plugin, catalogue.installed(), statuses());
    }

    public PlanResult stop(String plugin) {
        return planner.planStop(plugin, catalogue.installed(), statuses());
    }

    public PlanResult start(String plugin) {
        return planner.planStart(plugin, catalogue.installed(), statuses());
    }

    private List<InstanceStatus> statuses() {
        return instances.instances().stream()
                .map(i -> new InstanceStatus(i.name(), i.report().service(), i.connected()))
                .toList();
    }
}
