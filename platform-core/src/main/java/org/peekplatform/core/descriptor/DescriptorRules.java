package org.peekplatform.core.descriptor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor.Api;
import org.peekplatform.core.descriptor.PluginDescriptor.Part;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Quoted;

/** What the values of a well-shaped descriptor must be. */
final class DescriptorRules {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final String JAVA_NAME = "[A-Za-z_$][A-Za-z0-9_$]*";
    private static final Pattern CLASS = Pattern.compile(JAVA_NAME + "(\\." + JAVA_NAME + ")+");
    private static final Pattern PACKAGE = Pattern.compile(JAVA_NAME + "(\\." + JAVA_NAME + ")*");
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9_$/]+(#[^\\s#]+)?");

    /** What the client service has below {@code /client} itself: a plugin of that name would be served in its place. */
    private static final Set<String> DOORS = Set.of("live", "fallback", "session", "page", "ui");

    private static final String NOTHING_CHANGED = ". Nothing was changed. ";

    /** Without these a part of that kind still runs; Weld is not among them, hooks are its beans. */
    static final Set<String> EXCLUDABLE = new TreeSet<>(Set.of(
            "jaxrs",
            "jpa",
            "batch-jberet",
            "undertow",
            "messaging-activemq",
            "datasources",
            "resource-adapters",
            "ee-security",
            "bean-validation",
            "microprofile-config-smallrye",
            "ejb3"));

    void checkSource(PluginDescriptor descriptor, Findings findings) {
        if (!descriptor.version().isEmpty()) {
            checkVersion(descriptor.version(), findings);
        }
        checkCommon(descriptor, findings);
        descriptor.services().forEach((service, part) -> {
            if (!part.hook().isEmpty()) {
                checkClass("services." + service.id() + ".hook", part.hook(), findings);
            }
        });
        writtenByTheBuild("api", descriptor.api().isPresent(), findings);
        writtenByTheBuild("uses", !descriptor.uses().isEmpty(), findings);
        writtenByTheBuild("migrations", !descriptor.migrations().isEmpty(), findings);
        writtenByTheBuild("files", !descriptor.files().isEmpty(), findings);
        writtenByTheBuild("builtWith", descriptor.builtWith().isPresent(), findings);
        writtenByTheBuild(
                "requires[].services",
                descriptor.requires().stream().anyMatch(r -> !r.services().isEmpty()),
                findings);
    }

    void checkCompleted(PluginDescriptor descriptor, Findings findings) {
        checkVersion(descriptor.version(), findings);
        checkCommon(descriptor, findings);
        if (descriptor.services().isEmpty()) {
            findings.add(
                    "PEEK-2022",
                    "plugin.json: services is empty, a plugin runs on at least one service" + NOTHING_CHANGED
                            + "Add a hook on server, client, agent or worker.");
        }
        descriptor
                .services()
                .forEach((service, part) -> checkClass("services." + service.id() + ".hook", part.hook(), findings));
        descriptor.requires().stream()
                .filter(required -> !required.optional() && required.services().isEmpty())
                .forEach(required -> findings.add(
                        "PEEK-2021",
                        "plugin.json: requires " + Quoted.of(required.plugin())
                                + " but does not say where that plugin has parts" + NOTHING_CHANGED
                                + "Package the plugin with the Maven plugin, which fills requires[].services."));
        checkApi(descriptor, findings);
        checkUses(descriptor, findings);
        descriptor.files().forEach((file, digest) -> Digests.check("files", file, digest, findings));
        new MigrationRules().check(descriptor, findings);
    }

    private static void checkCommon(PluginDescriptor descriptor, Findings findings) {
        checkId("id", descriptor.id(), findings);
        if (descriptor.id().equals("platform")) {
            findings.add(
                    "PEEK-2026",
                    "plugin.json: id is 'platform', under which pages import the platform itself" + NOTHING_CHANGED
                            + "Choose another id.");
        }
        if (DOORS.contains(descriptor.id())) {
            findings.add(
                    "PEEK-2025",
                    "plugin.json: id is '" + descriptor.id() + "', which is an address of the client service"
                            + NOTHING_CHANGED + "Choose another id.");
        }
        if (descriptor.title().isBlank()) {
            findings.add(
                    "PEEK-2005",
                    "plugin.json: title is missing" + NOTHING_CHANGED + "Give the plugin a name that people read.");
        }
        checkRange("platform", descriptor.platform(), findings);
        descriptor
                .database()
                .filter(database -> !database.equals(PluginDescriptor.POSTGRESQL))
                .ifPresent(database -> findings.add(
                        "PEEK-2027",
                        "plugin.json: database is " + Quoted.of(database) + ", only '" + PluginDescriptor.POSTGRESQL
                                + "' can be asked for" + NOTHING_CHANGED
                                + "Leave it out for a plugin that runs on any database."));
        checkRequirements(descriptor, findings);
        descriptor.services().forEach((service, part) -> checkPart(service, part, findings));
    }

    private static void writtenByTheBuild(String field, boolean present, Findings findings) {
        if (present) {
            findings.add(
                    "PEEK-2014",
                    "plugin.json: " + field + " is written by the build, the source must not have it" + NOTHING_CHANGED
                            + "Remove the field.");
        }
    }

    private static void checkId(String field, String id, Findings findings) {
        if (!ID.matcher(id).matches()) {
            findings.add(
                    "PEEK-2006",
                    "plugin.json: " + field + " is " + Quoted.of(id)
                            + ", must be 2 to 40 characters a-z, 0-9 and '-', a letter first" + NOTHING_CHANGED
                            + "Choose such an id.");
        }
    }

    private static void checkVersion(String version, Findings findings) {
        if (SemanticVersion.parse(version).isEmpty()) {
            findings.add(
                    "PEEK-2007",
                    "plugin.json: version is " + Quoted.of(version) + ", must be a semantic version such as 1.4.0"
                            + NOTHING_CHANGED + "Write three numbers.");
        }
    }

    private static void checkRange(String field, String range, Findings findings) {
        if (VersionRange.parse(range).isEmpty()) {
            findings.add(
                    "PEEK-2008",
                    "plugin.json: " + field + " is " + Quoted.of(range) + ", must be a version range" + NOTHING_CHANGED
                            + "Write it such as '>=2.0 <3'.");
        }
    }

    private static void checkRequirements(PluginDescriptor descriptor, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Requirement required : descriptor.requires()) {
            checkId("requires[].plugin", required.plugin(), findings);
            checkRange("requires[" + required.plugin() + "].range", required.range(), findings);
            if (required.plugin().equals(descriptor.id())) {
                findings.add(
                        "PEEK-2012",
                        "plugin.json: requires " + Quoted.of(required.plugin()) + ", which is the plugin itself"
                                + NOTHING_CHANGED + "Remove the requirement.");
            }
            if (!seen.add(required.plugin())) {
                findings.add(
                        "PEEK-2020",
                        "plugin.json: requires " + Quoted.of(required.plugin()) + " twice" + NOTHING_CHANGED
                                + "Keep one requirement, with the range that both meant.");
            }
        }
    }

    private static void checkPart(Service service, Part part, Findings findings) {
        String field = "services." + service.id();
        if (service == Service.WORKER && !part.publishes().isEmpty()) {
            findings.add(
                    "PEEK-2011",
                    "plugin.json: " + field + ".publishes names "
                            + Quoted.of(part.publishes().get(0))
                            + ", but nothing is published on the worker" + NOTHING_CHANGED
                            + "Publish it on server, client or agent.");
        }
        part.publishes().forEach(type -> checkClass(field + ".publishes", type, findings));
        noRepeats(field + ".publishes", part.publishes(), findings);
        noRepeats(field + ".excludes", part.excludes(), findings);
        part.excludes().stream()
                .filter(name -> !EXCLUDABLE.contains(name))
                .forEach(name -> findings.add(
                        "PEEK-2015",
                        "plugin.json: " + field + ".excludes names " + Quoted.of(name) + ", only "
                                + String.join(", ", EXCLUDABLE) + " can be excluded" + NOTHING_CHANGED + "Remove it."));
    }

    private static void noRepeats(String field, List<String> names, Findings findings) {
        if (new HashSet<>(names).size() != names.size()) {
            findings.add(
                    "PEEK-2023",
                    "plugin.json: " + field + " names something twice" + NOTHING_CHANGED + "Name each once.");
        }
    }

    private static void checkClass(String field, String name, Findings findings) {
        if (!CLASS.matcher(name).matches()) {
            findings.add(
                    "PEEK-2010",
                    "plugin.json: " + field + " is " + Quoted.of(name) + ", must be a class name with its package"
                            + NOTHING_CHANGED + "Write it such as com.example.Hook.");
        }
    }

    private static void checkApi(PluginDescriptor descriptor, Findings findings) {
        Set<String> packages = descriptor.api().map(Api::packages).stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        packages.stream()
                .filter(name -> !PACKAGE.matcher(name).matches())
                .forEach(name -> findings.add(
                        "PEEK-2018",
                        "plugin.json: api.packages names " + Quoted.of(name) + ", which is no package name"
                                + NOTHING_CHANGED + "Correct it."));
        members(descriptor)
                .filter(member -> !MEMBER.matcher(member).matches())
                .forEach(member -> findings.add(
                        "PEEK-2019",
                        "plugin.json: " + Quoted.of(member) + " is no member such as " + "org/x/Type#name(I)V"
                                + NOTHING_CHANGED + "Package the plugin with the Maven plugin."));
        descriptor
                .services()
                .forEach((service, part) -> part.publishes().stream()
                        .filter(type -> !packages.contains(packageOf(type)))
                        .forEach(type -> findings.add(
                                "PEEK-2024",
                                "plugin.json: services." + service.id() + ".publishes names "
                                        + Quoted.of(type)
                                        + ", whose package is not in api.packages, so that nobody could use it"
                                        + NOTHING_CHANGED + "Move the interface into an exposed package.")));
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private static Stream<String> members(PluginDescriptor descriptor) {
        return Stream.concat(
                descriptor.api().stream().flatMap(api -> api.members().stream()),
                descriptor.uses().values().stream().flatMap(List::stream));
    }

    private static void checkUses(PluginDescriptor descriptor, Findings findings) {
        Set<String> required =
                descriptor.requires().stream().map(Requirement::plugin).collect(Collectors.toSet());
        for (Map.Entry<String, List<String>> use : descriptor.uses().entrySet()) {
            if (!required.contains(use.getKey())) {
                findings.add(
                        "PEEK-2013",
                        "plugin.json: uses members of " + Quoted.of(use.getKey()) + ", which is not required"
                                + NOTHING_CHANGED + "Add it to requires, or do without it.");
            }
        }
    }
}
