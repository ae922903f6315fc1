package org.peekplatform.core.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.peekplatform.core.problem.Findings;

/** Files by which a part could tell WildFly something that only the platform may tell it. */
final class FileRules {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(.*/)?((jboss|wildfly|ironjacamar)[a-z0-9-]*\\.xml|[^/]*-(ds|jms)\\.xml|ra\\.xml|permissions\\.xml)");
    private static final Pattern DESCRIPTOR_FOLDER =
            Pattern.compile("(.*/)?(META-INF|WEB-INF)/[^/]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BELOW_DESCRIPTOR_FOLDER =
            Pattern.compile("(.*/)?(META-INF|WEB-INF)/.+", Pattern.CASE_INSENSITIVE);
    private static final List<String> LINES = List.of("Dependencies", "Class-Path", "Extension-List");

    private FileRules() {}

    /** A deployment descriptor that WildFly would obey, other than the three that the platform generates. */
    static void checkName(Place place, String name, Findings findings) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean generated = place.kind() == Place.Kind.EAR && EarLayout.GENERATED.contains(name);
        if (place.isDeployed()
                && !generated
                && isDescriptor(place, name)
                && FORBIDDEN.matcher(lower).matches()) {
            findings.add(Refusals.FORBIDDEN_FILE.entry(
                    place.path(), name, "is a deployment descriptor that a plugin may not bring"));
        }
    }

    private static boolean isDescriptor(Place place, String name) {
        return place.kind() == Place.Kind.EAR || DESCRIPTOR_FOLDER.matcher(name).matches();
    }

    /** XML that some part of a server may parse. */
    static boolean isServerXml(Place place, String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xml")
                && (place.depth() <= 1 || BELOW_DESCRIPTOR_FOLDER.matcher(name).matches());
    }

    static boolean isManifest(String name) {
        return name.equalsIgnoreCase("META-INF/MANIFEST.MF");
    }

    /** A manifest must not link modules or files: {@code plugin.json} says what a plugin needs. */
    static void checkManifest(Place place, String name, byte[] content, Findings findings) {
        if (!place.isDeployed()) {
            return;
        }
        try {
            Attributes attributes = new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
            LINES.stream()
                    .filter(line -> attributes.getValue(line) != null)
                    .forEach(line -> findings.add(Refusals.MANIFEST.entry(
                            place.path(), name, "has the line '" + line + "', which links other code")));
        } catch (IOException e) {
            findings.add(Refusals.MANIFEST.entry(place.path(), name, "is no manifest"));
        }
    }
}
