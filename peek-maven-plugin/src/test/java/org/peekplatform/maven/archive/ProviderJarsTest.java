package org.peekplatform.maven.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.maven.Fixtures;
import org.peekplatform.maven.descriptor.Provider;

class ProviderJarsTest {
    @TempDir
    Path folder;

    @Test
    void readsTheSameFromApiJarAndFromArchive() throws IOException {
        Packed.Archive base = (Packed.Archive)
                PluginPackaging.pack(Fixtures.source("base", Fixtures.output("org/acme/base"), List.of()));
        Path zip = Files.write(folder.resolve("base.zip"), base.zip());
        Path jar = Files.write(folder.resolve("base-api.jar"), base.apiJar().orElseThrow());
        Provider ofZip = ProviderJars.read(zip).orElseThrow();
        Provider ofJar = ProviderJars.read(jar).orElseThrow();
        assertThat(ofJar.descriptor().id()).isEqualTo("base");
        assertThat(ofZip.descriptor().services()).isEqualTo(ofJar.descriptor().services());
        assertThat(ofZip.usedBy(Fixtures.classes("org/acme/demo")))
                .isNotEmpty()
                .isEqualTo(ofJar.usedBy(Fixtures.classes("org/acme/demo")));
    }

    @Test
    void takesNoOtherJarForAPlugin() throws IOException {
        Path jar = Files.write(folder.resolve("x.jar"), Zip.jar(Map.of("plugin.json", new byte[] {'{', '}'})));
        assertThat(ProviderJars.read(jar)).isEmpty();
        assertThat(ProviderJars.read(folder)).isEmpty();
    }
}
