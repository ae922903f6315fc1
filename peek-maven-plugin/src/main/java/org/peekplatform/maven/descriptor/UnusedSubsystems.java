package org.peekplatform.maven.descriptor;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The WildFly subsystems that need not look at a part. A subsystem is kept when the part's classes refer to one of its
 * packages, when the part has one of its files, or when a web archive needs it. What is left out saves about a quarter of
 * the start and 40 % of the memory of a small plugin.
 *
 * <p>bean-validation always stays: without it Weld still finds the validator's CDI extension, cannot load it, and writes a
 * warning with a stack trace for every deployment.
 */
public final class UnusedSubsystems {
    private static final String PERSISTENCE = "META-INF/persistence.xml";
    private static final String MP_CONFIG = "META-INF/microprofile-config";
    private static final List<Subsystem> SUBSYSTEMS = List.of(
            new Subsystem("batch-jberet", false, Set.of("jakarta/batch/"), Set.of("META-INF/batch")),
            new Subsystem(
                    "datasources",
                    false,
                    Set.of("java/sql/", "javax/sql/", "jakarta/annotation/sql/", "jakarta/persistence/"),
                    Set.of(PERSISTENCE)),
            new Subsystem("ee-security", false, Set.of("jakarta/security/"), Set.of()),
            new Subsystem("ejb3", false, Set.of("jakarta/ejb/", "jakarta/jms/"), Set.of("META-INF/ejb-jar.xml")),
            new Subsystem("jaxrs", true, Set.of("jakarta/ws/rs/"), Set.of()),
            new Subsystem("jpa", false, Set.of("jakarta/persistence/", "org/hibernate/"), Set.of(PERSISTENCE)),
            new Subsystem("messaging-activemq", false, Set.of("jakarta/jms/"), Set.of()),
            new Subsystem(
                    "microprofile-config-smallrye", false, Set.of("org/eclipse/microprofile/"), Set.of(MP_CONFIG)),
            new Subsystem("resource-adapters", false, Set.of("jakarta/resource/", "jakarta/jms/"), Set.of()),
            new Subsystem("undertow", true, Set.of("jakarta/servlet/", "jakarta/websocket/"), Set.of()));

    private UnusedSubsystems() {}

    /**
     * @param types every type that a class of the part refers to
     * @param files entries of the part's jars
     * @param web whether the part has a web archive
     * @return names, sorted
     */
    public static List<String> of(Collection<String> types, Collection<String> files, boolean web) {
        return SUBSYSTEMS.stream()
                .filter(subsystem -> !(web && subsystem.forWeb()) && !subsystem.usedBy(types, files))
                .map(Subsystem::name)
                .toList();
    }

    private record Subsystem(String name, boolean forWeb, Set<String> packages, Set<String> files) {
        boolean usedBy(Collection<String> types, Collection<String> entries) {
            return Stream.concat(
                            types.stream().filter(type -> packages.stream().anyMatch(type::startsWith)),
                            entries.stream().filter(entry -> files.stream().anyMatch(entry::startsWith)))
                    .findAny()
                    .isPresent();
        }
    }
}
