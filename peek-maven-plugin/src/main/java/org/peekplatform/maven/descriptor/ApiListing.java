package org.peekplatform.maven.descriptor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.peekplatform.core.descriptor.PluginDescriptor.Api;
import org.peekplatform.maven.scan.ScannedClass;

/** What the exposed packages offer, as the descriptor lists it. */
public final class ApiListing {
    private ApiListing() {}

    /**
     * @param exposed classes of the exposed packages
     */
    public static Optional<Api> of(Collection<ScannedClass> exposed) {
        SortedSet<String> packages = new TreeSet<>();
        SortedSet<String> members = new TreeSet<>();
        for (ScannedClass type : exposed) {
            packages.add(type.packagePath().replace('/', '.'));
            if (type.isPublic()) {
                members.add(type.name());
                type.members().forEach(member -> members.add(type.name() + "#" + member));
            }
        }
        return packages.isEmpty()
                ? Optional.empty()
                : Optional.of(new Api(List.copyOf(packages), List.copyOf(members)));
    }
}
