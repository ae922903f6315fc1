package org.peekplatform.server.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.peekplatform.runtime.settings.NodeSettings;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;

/** Joins this room. */
@ApplicationScoped
class UiWiring {
    @Produces
    @Singleton
    PageShelf shelf(Catalogue catalogue, Archives archives, NodeSettings settings, Clock clock) {
        return new PageShelf(catalogue, archives, settings.home().resolveSibling("ui"), clock);
    }
}
