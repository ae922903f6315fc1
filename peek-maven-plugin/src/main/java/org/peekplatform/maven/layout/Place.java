package org.peekplatform.maven.layout;

import java.util.Set;
import org.peekplatform.api.Service;

/** Where an entry of the compiled output goes. */
public sealed interface Place {

    /** The library that other plugins see. */
    record ApiJar() implements Place {}

    /** The private jar of one or more parts. */
    record PartJar(Set<Service> services) implements Place {
        public PartJar {
            services = Set.copyOf(services);
        }
    }

    /** The web archive of a part. */
    record PartWar(Service service) implements Place {}

    /** Not part of any jar: the archive has a folder of its own for it, or it belongs to the build. */
    record Elsewhere() implements Place {}

    /**
     * There is no place for it.
     *
     * @param reason completes the sentence that begins with the entry's name
     */
    record Nowhere(String reason) implements Place {}
}
