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
import org.peekplatform.maven.archive.Zip;

class FrontendSdkTest {
    private static final byte[] LOCK = utf8("{}");

    @TempDir
    Path folder;

    @Test
    void replacesTheScriptsButKeepsInstalledPackages() throws IOException {
        List<String> log = new ArrayList<>();
        FrontendSdk first = FrontendSdk.install(sdk(script("first")), folder, log::add);
        Files.createDirectory(first.file("node_modules"));
        FrontendSdk second = FrontendSdk.install(sdk(script("second")), folder, log::add);
        assertThat(second.file("node_modules")).isDirectory().isEqualTo(first.file("node_modules"));
        assertThat(log).containsExactly("first", "second");
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

    private static Map<String, byte[]> script(String text) {
        return Map.of("install.mjs", utf8("console.log('" + text + "');"));
    }

    private Path sdk(Map<String, byte[]> files) throws IOException {
        return Files.write(folder.resolve("sdk.zip"), Zip.zip("package-lock.json", LOCK, files));
    }
}
