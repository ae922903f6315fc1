package org.peekplatform.server.web.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plugin as an administrator sees it.
 *
 * @param version that is in force, or that is being brought up where there is none yet
 * @param wanted {@code RUNNING} or {@code STOPPED}: the administrator's decision
 * @param state of the plugin on the platform as a whole
 * @param requires ids of plugins that this one builds on
 * @param dependents ids of plugins that build on this one
 * @param versions that are kept, newest upload first
 * @param instances how it is on each
 */
public record PluginView(
        String id,
        String title,
        String description,
        String vendor,
        String version,
        String sha256,
        String wanted,
        String state,
        Instant since,
        Optional<String> reason,
        List<String> services,
        List<String> requires,
        List<String> dependents,
        List<String> versions,
        List<OnInstance> instances) {

    /** State of a plugin on one instance. */
    public record OnInstance(
            String instance, String service, String state, String version, Instant since, Optional<String> reason) {}

    /** The answer of the list. */
    public record PluginList(List<PluginView> plugins) {}
}
