package org.peekplatform.core.archive;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.problem.Findings;

/** Every class that the descriptor promises is where it must be, and our own code is for a Java that we run. */
final class ClassRules {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_17 = 61;
    static final int HEAD = 8;

    /** A class that must be found. */
    private record Promised(String what, Place.Kind kind, Service service, String entry) {}

    private final Set<Promised> missing = new LinkedHashSet<>();

    ClassRules(PluginDescriptor descriptor) {
        descriptor.services().forEach((service, part) -> {
            promise("hook", part.hook(), Place.Kind.EJB_JAR, service);
            part.publishes().forEach(type -> promise("published interface", type, Place.Kind.API_JAR, service));
        });
    }

    private void promise(String what, String type, Place.Kind kind, Service service) {
        missing.add(new Promised(what + " '" + type + "'", kind, service, type.replace('.', '/') + ".class"));
    }

    static boolean isOwnCode(Place place) {
        return place.kind() != Place.Kind.LIBRARY;
    }

    void seen(Place place, String name, byte[] head, Findings findings) {
        missing.removeIf(promised -> promised.kind() == place.kind()
                && place.service().filter(promised.service()::equals).isPresent()
                && promised.entry().equals(name));
        if (name.startsWith("META-INF/versions/")) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(head);
        if (head.length < HEAD || bytes.getInt(0) != MAGIC) {
            findings.add(Refusals.CLASS_VERSION.entry(place.path(), name, "is no class file"));
        } else if (Short.toUnsignedInt(bytes.getShort(6)) > JAVA_17) {
            findings.add(Refusals.CLASS_VERSION.entry(
                    place.path(),
                    name,
                    "is compiled for class file version " + Short.toUnsignedInt(bytes.getShort(6)) + ", at most "
                            + JAVA_17 + " runs here"));
        }
    }

    void checkNothingMissing(Findings findings) {
        missing.forEach(promised -> findings.add(Refusals.CLASS_MISSING.archive(
                EarLayout.archiveEntry(promised.service()),
                "the " + promised.what() + " of plugin.json is not in its " + jar(promised))));
    }

    private static String jar(Promised promised) {
        return promised.kind() == Place.Kind.EJB_JAR ? "EJB jar" : "API jar";
    }
}
