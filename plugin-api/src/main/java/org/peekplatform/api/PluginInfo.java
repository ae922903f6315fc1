package org.peekplatform.api;

/**
 * What a part knows about the plugin it belongs to.
 *
 * @param id the plugin's id, as in its descriptor
 * @param version the semantic version that runs
 * @since 0.1
 */
public record PluginInfo(String id, String version) {}
