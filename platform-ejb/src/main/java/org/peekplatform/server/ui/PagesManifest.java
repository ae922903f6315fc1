package org.peekplatform.server.ui;

import java.util.List;
import java.util.Map;

/**
 * {@code ui/ui-manifest.json} of an archive: what the build of a plugin's pages says about its files.
 *
 * @param plugin id of the plugin that the pages were built for
 * @param apps by app, {@code admin}, {@code mobile} or {@code desktop}: the specifier where its pages begin
 * @param modules specifier to file
 * @param uses specifiers of others that the modules import
 * @param files every built file, with {@code sha384-…}; its name carries a hash of its content
 */
public record PagesManifest(
        String plugin,
        BuiltWith builtWith,
        Map<String, App> apps,
        Map<String, String> modules,
        List<String> uses,
        Map<String, String> files) {
    static final String FOLDER = "ui/";
    static final String ENTRY = FOLDER + "ui-manifest.json";

    public PagesManifest {
        plugin = plugin == null ? "" : plugin;
        builtWith = builtWith == null ? new BuiltWith("") : builtWith;
        apps = apps == null ? Map.of() : Map.copyOf(apps);
        modules = modules == null ? Map.of() : Map.copyOf(modules);
        uses = uses == null ? List.of() : List.copyOf(uses);
        files = files == null ? Map.of() : Map.copyOf(files);
    }

    /** Where an app begins. */
    public record App(String entry) {
        public App {
            entry = entry == null ? "" : entry;
        }
    }

    /** What the pages were compiled against. */
    public record BuiltWith(String angular) {
        public BuiltWith {
            angular = angular == null ? "" : angular;
        }
    }
}
