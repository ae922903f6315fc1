package org.peekplatform.maven.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peekplatform.maven.Fixtures.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.maven.archive.Digest;
import org.peekplatform.maven.archive.Zip;

class FrontendSdkTest {
    private static final byte[] LOCK = utf8("{}");

    @TempDir
    Path folder;

    @Test
    void replacesTheScriptsButKeepsInstalledPackages() throws IOException {
        Path installed = Files.createDirectory(folder.resolve("frontend-" + Digest.of(LOCK).substring(0, 16)));
        Files.createFile(installed.resolve(".installed"));
        List<String> log = new ArrayList<>();
        FrontendSdk.install(sdk(Map.of("lib/a.mjs", utf8("old"))), folder, log::add);
        FrontendSdk sdk = FrontendSdk.install(sdk(Map.of("lib/a.mjs", utf8("new"))), folder, log::add);
        assertThat(sdk.file("lib/a.mjs")).hasContent("new");
        assertThat(sdk.file("package-lock.json")).hasContent("{}");
        assertThat(log).isEmpty();
    }

    @Test
    void refusesZipThatIsNoSdk() throws IOException {
        Path zip = Files.write(folder.resolve("x.zip"), Zip.jar(Map.of()));
        assertThatThrownBy(() -> FrontendSdk.install(zip, folder, line -> {}))
                .hasMessageStartingWith("PEEK-2321 x.zip has no package-lock.json");
    }

    @Test
    void refusesEntryThatLeavesTheFolder() throws IOException {
        Path zip = sdk(Map.of("../evil.mjs", utf8("")));
        assertThatThrownBy(() -> FrontendSdk.install(zip, folder, line -> {})).hasMessageContaining("../evil.mjs");
        assertThat(folder.resolveSibling("evil.mjs")).doesNotExist();
    }

    @Test
    void readsTheAngularVersionOfBuiltPages() {
        assertThat(UiFiles.angular(Map.of("ui-manifest.json", utf8("{\"builtWith\":{\"angular\":\"21.2.24\"}}"))))
                .contains("21.2.24");
        assertThat(UiFiles.angular(Map.of())).isEmpty();
    }

    private Path sdk(Map<String, byte[]> files) throws IOException {
        return Files.write(folder.resolve("sdk.zip"), Zip.zip("package-lock.json", LOCK, files));
    }
}
