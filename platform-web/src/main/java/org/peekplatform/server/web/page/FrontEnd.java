package org.peekplatform.server.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peekplatform.runtime.page.UiFiles;
import org.peekplatform.runtime.page.UiIndex;

/** What this server was built with: its own pages, or none. */
@ApplicationScoped
public class FrontEnd {
    private final Optional<UiIndex> index = new UiFiles(FrontEnd.class.getClassLoader()).index("index.json");

    Optional<UiIndex> index() {
        return index;
    }

    /** The Angular that runs plugins' pages; empty when this server was built without a front end. */
    public Optional<String> angular() {
        return index().map(UiIndex::angular);
    }
}
