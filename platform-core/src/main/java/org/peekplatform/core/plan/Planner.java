package org.peekplatform.core.plan;

import java.util.List;
import java.util.Map;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.SemanticVersion;

/** Says what an operation on a plugin would do, or why it cannot be done. */
public final class Planner {

    /**
     * Install, upgrade, downgrade or repeat, whatever the archive is to the installed set.
     *
     * @param sha256 of the archive, in hex
     * @param appliedMigrations SHA-256 of the plugin's scripts that were run, by entry name
     */
    public PlanResult planInstall(
            PluginDescriptor archive,
            String sha256,
            InstalledSet installed,
            SemanticVersion platformVersion,
            Map<String, String> appliedMigrations,
            List<InstanceStatus> instances) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    public PlanResult planUninstall(String id, InstalledSet installed, List<InstanceStatus> instances) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    public PlanResult planStop(String id, InstalledSet installed, List<InstanceStatus> instances) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    public PlanResult planStart(String id, InstalledSet installed, List<InstanceStatus> instances) {
        throw new UnsupportedOperationException("comes with the next commit");
    }
}
