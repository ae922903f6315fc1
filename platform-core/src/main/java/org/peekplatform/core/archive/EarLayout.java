package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Part;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;

/**
 * Names and generated files of the EAR that is a plugin's part on one service. The packaging goal writes what this gives;
 * the server lets an archive in only if it holds the same bytes.
 *
 * <p>The attributes of the module dependencies were tried on WildFly 39: only {@code export} together with
 * {@code services="import"} on the platform's EAR lets CDI find the platform's extension, and a provider needs
 * {@code export} alone.
 */
public final class EarLayout {
    public static final String APPLICATION = "META-INF/application.xml";
    public static final String STRUCTURE = "META-INF/jboss-deployment-structure.xml";
    public static final String DEPENDENCIES = "META-INF/jboss-all.xml";

    /** The files that {@link #generatedFiles()} gives. */
    public static final Set<String> GENERATED = Set.of(APPLICATION, STRUCTURE, DEPENDENCIES);

    private static final String VALIDATION = "bean-validation";

    /** CDI's half of the validation comes without its subsystem too, and then warns at every start that the other half is missing. */
    private static final String WITHOUT_VALIDATION =
            "    <exclusions>\n      <module name=\"org.hibernate.validator.cdi\"/>\n    </exclusions>\n";

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final String id;
    private final Service service;
    private final Part part;
    private final List<Requirement> linked;

    /**
     * @throws IllegalArgumentException when the plugin has no part on the service
     */
    public EarLayout(PluginDescriptor descriptor, Service service) {
        this.id = descriptor.id();
        this.service = service;
        this.part = descriptor.services().get(service);
        if (part == null) {
            throw new IllegalArgumentException("plugin '" + id + "' has no part on " + service.id());
        }
        this.linked = descriptor.requires().stream()
                .filter(r -> r.services().contains(service))
                .toList();
    }

    /** Name of the deployment in WildFly, the same over all versions: {@code <id>-<service>.ear}. */
    public static String deploymentName(String id, Service service) {
        return applicationName(id, service) + ".ear";
    }

    /** Name of the platform's own EAR on a service. */
    public static String platformDeployment(Service service) {
        return "peek-" + service.id() + ".ear";
    }

    /** Where the EAR stands in the archive. */
    public static String archiveEntry(Service service) {
        return "services/" + service.id() + ".ear";
    }

    /** Name of the jar with the exposed packages. */
    public static String apiJar(String id) {
        return id + "-api.jar";
    }

    /** Where the exposed packages stand in the EAR. */
    public String libraryEntry() {
        return "lib/" + apiJar(id);
    }

    public String ejbJar() {
        return applicationName(id, service) + ".jar";
    }

    public String war() {
        return applicationName(id, service) + ".war";
    }

    /** The three generated files, by entry name. */
    public SortedMap<String, byte[]> generatedFiles() {
        return new TreeMap<>(Map.of(
                APPLICATION, applicationXml().getBytes(UTF_8),
                STRUCTURE, deploymentStructure().getBytes(UTF_8),
                DEPENDENCIES, deploymentDependencies().getBytes(UTF_8)));
    }

    private static String applicationName(String id, Service service) {
        return id + "-" + service.id();
    }

    private String applicationXml() {
        return XML
                + "<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"10\">\n"
                + "  <application-name>" + applicationName(id, service) + "</application-name>\n"
                + "  <initialize-in-order>false</initialize-in-order>\n"
                + "  <module><ejb>" + ejbJar() + "</ejb></module>\n"
                + (part.web() ? webModule() : "")
                + "  <library-directory>lib</library-directory>\n"
                + "</application>\n";
    }

    private String webModule() {
        return "  <module><web><web-uri>" + war() + "</web-uri><context-root>/" + service.id() + "/" + id
                + "</context-root></web></module>\n";
    }

    private String deploymentStructure() {
        return XML
                + "<jboss-deployment-structure xmlns=\"urn:jboss:deployment-structure:1.3\">\n"
                + "  <ear-subdeployments-isolated>false</ear-subdeployments-isolated>\n"
                + "  <deployment>\n"
                + exclusions()
                + "    <dependencies>\n"
                + "      <module name=\"deployment." + platformDeployment(service)
                + "\" export=\"true\" services=\"import\"/>\n"
                + linked.stream().map(this::module).collect(Collectors.joining())
                + "    </dependencies>\n"
                + "  </deployment>\n"
                + (part.excludes().isEmpty() ? "" : subDeployments())
                + "</jboss-deployment-structure>\n";
    }

    private String module(Requirement required) {
        return "      <module name=\"deployment." + deploymentName(required.plugin(), service) + "\" export=\"true\""
                + (required.optional() ? " optional=\"true\"" : "") + "/>\n";
    }

    private String subDeployments() {
        return subDeployment(ejbJar()) + (part.web() ? subDeployment(war()) : "");
    }

    private String subDeployment(String name) {
        return "  <sub-deployment name=\"" + name + "\">\n" + exclusions() + "  </sub-deployment>\n";
    }

    private String exclusions() {
        return part.excludes().isEmpty()
                ? ""
                : part.excludes().stream()
                                .map(name -> "      <subsystem name=\"" + name + "\"/>\n")
                                .collect(Collectors.joining(
                                        "", "    <exclude-subsystems>\n", "    </exclude-subsystems>\n"))
                        + (part.excludes().contains(VALIDATION) ? WITHOUT_VALIDATION : "");
    }

    /** An optional provider is not listed: WildFly would wait for it. */
    private String deploymentDependencies() {
        return XML
                + "<jboss xmlns=\"urn:jboss:1.0\">\n"
                + "  <jboss-deployment-dependencies xmlns=\"urn:jboss:deployment-dependencies:1.0\">\n"
                + "    <dependency name=\"" + platformDeployment(service) + "\"/>\n"
                + linked.stream()
                        .filter(required -> !required.optional())
                        .map(required ->
                                "    <dependency name=\"" + deploymentName(required.plugin(), service) + "\"/>\n")
                        .collect(Collectors.joining())
                + "  </jboss-deployment-dependencies>\n"
                + "</jboss>\n";
    }
}
