package org.peekplatform.it.platform;

import java.util.List;
import org.peekplatform.api.Service;

/** How the services are spread over WildFlys. */
public enum Topology {
    ALL_IN_ONE(0, List.of()),
    /** All services in one WildFly, and nobody has signed in yet. */
    UNTOUCHED(200, List.of()),
    SPLIT(400, List.of("--split")),
    /** All services in one WildFly, switched to PostgreSQL before its first start. */
    ON_POSTGRESQL(800, List.of());

    /** By how much the ports of all test platforms are shifted; another one where several source trees are tested at once. */
    private static final int BASE = Integer.getInteger("peek.it.offset", 5000);

    private final int offset;
    private final List<String> words;

    Topology(int offset, List<String> words) {
        this.offset = offset;
        this.words = words;
    }

    List<String> words() {
        return words;
    }

    int offset() {
        return BASE + offset;
    }

    /** By how much the ports of the WildFly of that service are shifted. */
    int offset(Service service) {
        return this != SPLIT
                ? offset()
                : offset()
                        + 100
                                * List.of(Service.SERVER, Service.CLIENT, Service.AGENT, Service.WORKER)
                                        .indexOf(service);
    }

    /** Folder of that WildFly below the home folder. */
    String folder(Service service) {
        return this != SPLIT ? "one" : "split/" + service.id();
    }
}
