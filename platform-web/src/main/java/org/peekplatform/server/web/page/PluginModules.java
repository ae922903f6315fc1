package org.peekplatform.server.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peekplatform.server.ui.PageShelf;
import org.peekplatform.server.ui.PluginPages;

/**
 * The modules of the plugins that run. They are the same for each app: what a plugin offers to the pages of others is
 * bound to none.
 */
@ApplicationScoped
public class PluginModules implements UiModules {
    @Inject
    PageShelf shelf;

    @Inject
    FrontEnd frontEnd;

    @Override
    public Map<String, String> imports(String app) {
        return joined(PluginPages::imports);
    }

    @Override
    public Map<String, String> integrity(String app) {
        return joined(PluginPages::integrity);
    }

    /** Where the module of this specifier is. */
    Optional<String> address(String specifier) {
        return fit().flatMap(pages -> Optional.ofNullable(pages.imports().get(specifier)).stream())
                .findFirst();
    }

    private Map<String, String> joined(Function<PluginPages, Map<String, String>> part) {
        Map<String, String> all = new TreeMap<>();
        fit().map(part).forEach(all::putAll);
        return all;
    }

    private Stream<PluginPages> fit() {
        return frontEnd.angular().stream()
                .flatMap(angular -> shelf.shelf().pages().stream()
                        .filter(pages -> pages.refusal(angular).isEmpty()));
    }
}
