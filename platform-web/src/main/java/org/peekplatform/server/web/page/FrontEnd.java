package org.peekplatform.server.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peekplatform.runtime.page.UiFiles;
import org.peekplatform.runtime.page.UiIndex;
import org.peekplatform.server.web.problem.Problem;

/** What this server was built with: its own pages, or none. */
@ApplicationScoped
public class FrontEnd {
    private final Optional<UiIndex> index = new UiFiles(FrontEnd.class.getClassLoader()).index("index.json");

    Optional<UiIndex> index() {
        return index;
    }

    /** What is said where its pages would be. */
    public static Problem missing() {
        return Problem.of(
                503,
                "PEEK-5131",
                "This server was built without the front end: there are no pages. Use the REST API, or build the module"
                        + " frontend as well.");
    }

    /** The Angular that runs plugins' pages; empty when this server was built without a front end. */
    public Optional<String> angular() {
        return index().map(UiIndex::angular);
    }
}
