package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Part;
import org.peekplatform.core.kit.CheckedFolder;
import org.peekplatform.core.kit.PluginArchiveBuilder;

/** What a part may tell WildFly, and what it must hold. */
class DeployedCodeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/jboss-deployment-structure.xml",
                "META-INF/jboss-all.xml",
                "META-INF/jboss-ejb3.xml",
                "WEB-INF/jboss-web.xml",
                "META-INF/my-ds.xml",
                "META-INF/my-jms.xml",
                "META-INF/ironjacamar.xml",
                "META-INF/ra.xml",
                "META-INF/permissions.xml",
                "meta-inf/JBOSS-EJB3.xml"
            })
    void refusesDescriptorsThatThePlatformDoesNotGenerate(String entry) {
        assertThat(refusal(named("noop").inJar(Service.SERVER, entry, "<x/>".getBytes(UTF_8))))
                .contains("PEEK-2218 archive refused: entry 'services/server.ear!/noop-server.jar!/" + entry + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Dependencies: org.jboss.as.controller-client", "Class-Path: ../evil.jar", "class-path: x.jar"})
    void refusesManifestsThatLinkOtherCode(String line) {
        byte[] manifest = ("Manifest-Version: 1.0\n" + line + "\n").getBytes(UTF_8);

        assertThat(refusal(named("noop").inJar(Service.SERVER, "META-INF/MANIFEST.MF", manifest)))
                .contains("PEEK-2219");
        assertThat(refusal(named("noop").inEar(Service.SERVER, "META-INF/MANIFEST.MF", manifest)))
                .contains("PEEK-2219");
    }

    @ParameterizedTest
    @ValueSource(strings = {EarLayout.APPLICATION, EarLayout.STRUCTURE, EarLayout.DEPENDENCIES})
    void refusesGeneratedFilesThatWereChanged(String file) {
        assertThat(refusal(named("noop").inEar(Service.SERVER, file, "<x/>".getBytes(UTF_8))))
                .contains("PEEK-2222 archive refused: entry 'services/server.ear!/" + file
                        + "' is not what the descriptor");
    }

    @Test
    void acceptsAUnitOnThePlatformsDataSource() {
        byte[] zip = named("noop")
                .inJar(
                        Service.SERVER,
                        "META-INF/persistence.xml",
                        unit("<jta-data-source>java:jboss/datasources/PeekDS</jta-data-source>"))
                .build()
                .bytes();

        assertThat(CheckedFolder.in(folder).check(zip)).isInstanceOf(ArchiveIntake.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<jta-data-source>java:jboss/datasources/ExampleDS</jta-data-source>",
                "<jta-data-source>java:jboss/datasources/PeekDS</jta-data-source><non-jta-data-source>x</non-jta-data-source>",
                "<jta-data-source>java:jboss/datasources/PeekDS</jta-data-source><properties>"
                        + "<property name='jakarta.persistence.jdbc.url' value='jdbc:h2:mem:x'/></properties>",
                "<jta-data-source>java:jboss/datasources/PeekDS</jta-data-source><properties>"
                        + "<property name='hibernate.hbm2ddl.auto' value='update'/></properties>",
                "<jta-data-source>java:jboss/datasources/PeekDS</jta-data-source><description>jdbc:h2:mem:x</description>"
            })
    void refusesUnitsThatConnectElsewhereOrChangeTheSchema(String content) {
        assertThat(refusal(named("noop").inJar(Service.SERVER, "META-INF/persistence.xml", unit(content))))
                .contains("PEEK-2220");
    }

    private static byte[] unit(String content) {
        return ("<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='3.0'><persistence-unit name='noop'>"
                        + content + "</persistence-unit></persistence>")
                .getBytes(UTF_8);
    }

    @Test
    void refusesAHookThatIsNotThere() {
        assertThat(refusal(named("noop")
                        .lying(d -> withPart(d, new Part("com.example.Gone", List.of(), excludes(d), false)))))
                .contains("PEEK-2224 archive 'services/server.ear' refused: the hook 'com.example.Gone' of plugin.json "
                        + "is not in its EJB jar");
    }

    @Test
    void refusesAPublishedInterfaceThatIsNotThere() {
        assertThat(refusal(named("noop")
                        .publishing()
                        .lying(d -> withPart(
                                d,
                                new Part(
                                        d.services().get(Service.SERVER).hook(),
                                        List.of("peekplugins.noop.server.Gone"),
                                        excludes(d),
                                        false)))))
                .contains("PEEK-2224")
                .contains("published interface 'peekplugins.noop.server.Gone'")
                .contains("API jar");
    }

    @Test
    void refusesClassesForALaterJava() {
        byte[] java21 = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65};

        assertThat(refusal(named("noop").inJar(Service.SERVER, "a/B.class", java21)))
                .contains("PEEK-2225")
                .contains("class file version 65")
                .contains("Compile for Java 17.");
        assertThat(refusal(named("noop").inJar(Service.SERVER, "a/B.class", new byte[3])))
                .contains("is no class file");
    }

    @Test
    void refusesScriptsThatTheDescriptorDoesNotList() {
        assertThat(refusal(named("noop").file("db/migration/V9__hidden.sql", new byte[] {1})))
                .contains("PEEK-2226 archive refused: entry 'db/migration/V9__hidden.sql' is not among the migrations");
    }

    @Test
    void refusesEarsForServicesWithoutAPart() {
        assertThat(refusal(named("noop").file("services/agent.ear", new byte[] {1})))
                .contains("PEEK-2223 archive refused: entry 'services/agent.ear' belongs to no part");
    }

    private static List<String> excludes(PluginDescriptor descriptor) {
        return descriptor.services().get(Service.SERVER).excludes();
    }

    private static PluginDescriptor withPart(PluginDescriptor d, Part part) {
        Map<Service, Part> parts = new HashMap<>(d.services());
        parts.put(Service.SERVER, part);
        return new PluginDescriptor(
                d.id(),
                d.version(),
                d.title(),
                d.description(),
                d.vendor(),
                d.platform(),
                d.requires(),
                parts,
                d.api(),
                d.uses(),
                d.migrations(),
                d.files(),
                d.builtWith());
    }

    private String refusal(PluginArchiveBuilder plugin) {
        return CheckedFolder.in(folder).refusal(plugin.build().bytes());
    }
}
