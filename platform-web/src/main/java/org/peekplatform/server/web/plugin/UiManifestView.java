package org.peekplatform.server.web.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.server.ui.PageShelf;
import org.peekplatform.server.ui.PluginPages;

/**
 * The plugins that have pages in an app.
 *
 * @param angular that the platform's pages run
 * @param revision changes with any plugin's pages
 */
public record UiManifestView(String app, String angular, String revision, List<Pages> plugins) {
    /**
     * The pages of one plugin.
     *
     * @param entry specifier to import first
     * @param imports specifier to address on this server
     * @param error why the pages cannot be shown
     */
    public record Pages(
            String id,
            String title,
            String entry,
            Map<String, String> imports,
            String revision,
            BuiltWith builtWith,
            Optional<String> error) {}

    /** What the pages were compiled against. */
    public record BuiltWith(String angular) {}

    static UiManifestView of(String app, String angular, PageShelf.Shelf shelf) {
        return new UiManifestView(
                app,
                angular,
                shelf.revision(),
                shelf.pages().stream()
                        .flatMap(pages -> pages.entry(app).map(entry -> view(pages, entry, angular)).stream())
                        .toList());
    }

    private static Pages view(PluginPages pages, String entry, String angular) {
        return new Pages(
                pages.plugin(),
                pages.title(),
                entry,
                pages.imports(),
                pages.revision(),
                new BuiltWith(pages.angular()),
                pages.refusal(angular));
    }
}
