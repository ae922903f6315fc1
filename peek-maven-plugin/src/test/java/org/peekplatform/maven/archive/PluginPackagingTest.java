package org.peekplatform.maven.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.maven.Fixtures.utf8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.ArchiveCheck;
import org.peekplatform.core.archive.ArchiveIntake;
import org.peekplatform.core.archive.ArchiveLimits;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.Fixtures;
import org.peekplatform.maven.descriptor.Provider;

class PluginPackagingTest {
    private static final String PERSISTENCE =
            "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.0\">"
                    + "<persistence-unit name=\"demo\"><jta-data-source>java:jboss/datasources/PeekDS</jta-data-source><properties>"
                    + "<property name=\"jakarta.persistence.schema-generation.database.action\" value=\"none\"/>"
                    + "</properties></persistence-unit></persistence>";

    @TempDir
    Path folder;

    @Test
    void serverAcceptsWhatWasPacked() throws IOException {
        Path zip = Files.write(folder.resolve("demo.zip"), packed(demo()).zip());
        Path staging = Files.createDirectory(folder.resolve("staging"));
        String sha256 = Digest.of(Files.readAllBytes(zip));
        assertThat(new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), staging).check(zip, sha256))
                .isInstanceOf(ArchiveIntake.Accepted.class);
    }

    @Test
    void completesTheDescriptor() {
        PluginDescriptor descriptor = packed(demo()).descriptor();
        assertThat(descriptor.version()).isEqualTo("1.2.3");
        assertThat(descriptor.services().keySet()).containsOnly(Service.SERVER, Service.CLIENT, Service.WORKER);
        assertThat(descriptor.services().get(Service.SERVER).web()).isTrue();
        assertThat(descriptor.services().get(Service.SERVER).excludes()).doesNotContain("jpa", "jaxrs", "undertow");
        assertThat(descriptor.services().get(Service.CLIENT).excludes()).contains("jpa", "jaxrs", "undertow", "ejb3");
        assertThat(descriptor.api().orElseThrow().packages()).containsExactly("org.acme.demo.client");
        assertThat(descriptor.uses()).containsOnlyKeys("base");
        assertThat(descriptor.migrations())
                .extracting(Migration::file)
                .containsExactly("db/migration/V2__b.sql", "db/migration/V10__a.sql");
    }

    @Test
    void handsTypeScriptToTheBuildsOfOthers() throws IOException {
        Packed.Archive demo = packed(demo());
        assertThat(Fixtures.unzip(demo.zip())).containsKey("types/@peek/demo/tuples/index.d.ts");
        Path zip = Files.write(folder.resolve("demo.zip"), demo.zip());
        Path jar = Files.write(folder.resolve("demo-api.jar"), demo.apiJar().orElseThrow());
        for (Path dependency : List.of(zip, jar)) {
            assertThat(ProviderJars.read(dependency).orElseThrow().types())
                    .containsOnlyKeys("@peek/demo/tuples/index.d.ts");
        }
    }

    @Test
    void publishesInterfacesOfExposedPackagesOnly() {
        PluginDescriptor base = packed(base()).descriptor();
        assertThat(base.services().get(Service.SERVER).publishes())
                .containsExactly("org.acme.base.server.Countable", "org.acme.base.server.Items");
    }

    @Test
    void sortsClassesIntoTheEars() {
        SortedMap<String, byte[]> archive = Fixtures.unzip(packed(demo()).zip());
        SortedMap<String, byte[]> server = Fixtures.unzip(archive.get("services/server.ear"));
        assertThat(server)
                .containsOnlyKeys(
                        "META-INF/MANIFEST.MF",
                        "META-INF/application.xml",
                        "META-INF/jboss-all.xml",
                        "META-INF/jboss-deployment-structure.xml",
                        "demo-server.jar",
                        "demo-server.war",
                        "lib/demo-api.jar");
        assertThat(Fixtures.unzip(server.get("demo-server.jar")))
                .containsOnlyKeys(
                        "META-INF/MANIFEST.MF",
                        "META-INF/beans.xml",
                        "META-INF/persistence.xml",
                        "org/acme/demo/internal/server/DemoServer.class",
                        "org/acme/demo/internal/storage/Row.class",
                        "org/acme/demo/internal/tuple/Shared.class");
        assertThat(Fixtures.unzip(server.get("demo-server.war")))
                .containsOnlyKeys(
                        "META-INF/MANIFEST.MF",
                        "WEB-INF/beans.xml",
                        "WEB-INF/web.xml",
                        "WEB-INF/classes/org/acme/demo/internal/server/web/DemoResource.class");
        assertThat(Fixtures.unzip(
                        Fixtures.unzip(archive.get("services/client.ear")).get("demo-client.jar")))
                .containsOnlyKeys(
                        "META-INF/MANIFEST.MF",
                        "META-INF/beans.xml",
                        "org/acme/demo/internal/client/DemoClient.class",
                        "org/acme/demo/internal/tuple/Shared.class");
        assertThat(archive).containsKeys("ui/ui-manifest.json", "api/demo-api.jar");
    }

    @Test
    void givesNoPersistenceUnitToAWorkerThatDoesNoStorage() {
        SortedMap<String, byte[]> ear =
                Fixtures.unzip(Fixtures.unzip(packed(demo()).zip()).get("services/worker.ear"));
        assertThat(Fixtures.unzip(ear.get("demo-worker.jar")))
                .doesNotContainKeys("META-INF/persistence.xml", "org/acme/demo/internal/storage/Row.class");
    }

    @Test
    void writesTheSameBytesAgain() {
        assertThat(packed(demo()).zip()).isEqualTo(packed(demo()).zip());
    }

    @Test
    void bringsNoClassPathInItsManifests() {
        SortedMap<String, byte[]> ear =
                Fixtures.unzip(Fixtures.unzip(packed(demo()).zip()).get("services/worker.ear"));
        assertThat(Fixtures.unzip(ear.get("demo-worker.jar")).get("META-INF/MANIFEST.MF"))
                .isEqualTo(utf8("Manifest-Version: 1.0\r\n\r\n"));
    }

    @Test
    void refusesPublishedBeanThatNobodyCouldInject() {
        assertThat(problems(Fixtures.source("shy", Fixtures.output("org/acme/shy"), List.of())))
                .extracting(Problem::code)
                .containsExactly("PEEK-2305");
    }

    @Test
    void refusesClassWithoutPlace() {
        SortedMap<String, byte[]> output = new TreeMap<>(Fixtures.output("org/acme/base"));
        output.putAll(Fixtures.output("org/acme/demo/client"));
        assertThat(problems(Fixtures.source("base", output, List.of())))
                .extracting(Problem::toString)
                .containsExactly(
                        "PEEK-2308 org/acme/demo/client/DemoView.class lies outside of the plugin's root package"
                                + " org.acme.base. It would be part of no archive; none was written. Move it, see docs/architecture.md"
                                + " section 3.");
    }

    @Test
    void servesFilesOfAPartThatHasNoClassForTheWeb() {
        PluginDescriptor descriptor = packed(withPage(Service.SERVER)).descriptor();
        assertThat(descriptor.services().get(Service.SERVER).web()).isTrue();
        assertThat(descriptor.services().get(Service.SERVER).excludes()).doesNotContain("undertow");
    }

    @Test
    void refusesWebFilesWithoutHook() {
        assertThat(problems(withPage(Service.AGENT))).extracting(Problem::code).containsExactly("PEEK-2309");
    }

    private static PluginSource withPage(Service service) {
        PluginSource plain = base();
        return new PluginSource(
                plain.version(),
                plain.output(),
                Map.of(service, new TreeMap<>(Map.of("index.html", utf8("<p>")))),
                plain.ui(),
                plain.types(),
                plain.providers(),
                plain.builtWith());
    }

    @Test
    void refusesDescriptorWithOtherHooksThanTheCode() {
        SortedMap<String, byte[]> output = Fixtures.output("org/acme/base");
        assertThat(problems(Fixtures.source(
                        "base",
                        output,
                        List.of(),
                        ", \"services\": {\"agent\": {}, \"server\": {\"hook\":" + " \"org.acme.Other\"}}")))
                .extracting(Problem::code)
                .containsExactly("PEEK-2311", "PEEK-2311");
        assertThat(PluginPackaging.pack(
                        Fixtures.source("base", output, List.of(), ", \"services\": {\"server\": {\"hook\": \"\"}}")))
                .isInstanceOf(Packed.Archive.class);
    }

    @Test
    void refusesProjectWithoutDescriptor() {
        PluginSource plain = base();
        PluginSource bare = new PluginSource(
                plain.version(),
                new TreeMap<>(),
                Map.of(),
                plain.ui(),
                plain.types(),
                plain.providers(),
                plain.builtWith());
        assertThat(problems(bare)).extracting(Problem::code).containsExactly("PEEK-2300");
    }

    private PluginSource demo() {
        SortedMap<String, byte[]> output = new TreeMap<>(Fixtures.output("org/acme/demo"));
        output.put("META-INF/persistence.xml", utf8(PERSISTENCE));
        output.put("db/migration/V10__a.sql", utf8("select 1;"));
        output.put("db/migration/V2__b.sql", utf8("select 2;"));
        PluginSource plain = Fixtures.source("demo", output, List.of(baseProvider()));
        return new PluginSource(
                plain.version(),
                plain.output(),
                Map.of(
                        Service.SERVER,
                        new TreeMap<>(Map.of(
                                "WEB-INF/web.xml",
                                utf8("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"/>")))),
                new TreeMap<>(Map.of("ui-manifest.json", utf8("{}"))),
                new TreeMap<>(Map.of("@peek/demo/tuples/index.d.ts", utf8("export {};"))),
                plain.providers(),
                plain.builtWith());
    }

    private static PluginSource base() {
        return Fixtures.source("base", Fixtures.output("org/acme/base"), List.of());
    }

    /** As another plugin's build meets it: the API jar alone. */
    private Provider baseProvider() {
        try {
            Path jar = Files.write(
                    folder.resolve("base-api.jar"), packed(base()).apiJar().orElseThrow());
            return ProviderJars.read(jar).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Packed.Archive packed(PluginSource source) {
        Packed packed = PluginPackaging.pack(source);
        assertThat(packed).isInstanceOf(Packed.Archive.class);
        return (Packed.Archive) packed;
    }

    private static List<Problem> problems(PluginSource source) {
        Packed packed = PluginPackaging.pack(source);
        assertThat(packed).isInstanceOf(Packed.Refused.class);
        return ((Packed.Refused) packed).problems();
    }
}
