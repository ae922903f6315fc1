package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.CheckedFolder;
import org.peekplatform.core.kit.RawZip;

/** CVE-2023-37460, CVE-2026-64824, CVE-2021-21602: links in archives. */
class LinkEntryTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0xA1FF, 0x1180, 0x2180, 0x6180, 0xC180, 0x41ED, 0xFFFF})
    void refusesSymlinksPipesDevicesSocketsAndFoldersNamedLikeFiles(int mode) {
        RawZip zip = new RawZip();
        zip.add("ui/link", "/etc/passwd".getBytes(UTF_8)).mode = mode;

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes()))
                .contains("PEEK-2208 archive refused: entry 'ui/link' is a link, a device");
    }

    @Test
    void takesAFolderWithoutAnyModeAsOldArchiversWroteIt() {
        RawZip zip = new RawZip();
        zip.add("ui/", new byte[0]).mode = 0xFFFF;

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes()))
                .contains("PEEK-2216")
                .doesNotContain("PEEK-2208");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000d, 0x756e})
    void refusesExtraFieldsThatCarryALinkTarget(int id) {
        RawZip zip = new RawZip();
        zip.add("ui/link", new byte[0]).extra = new byte[] {(byte) id, (byte) (id >> 8), 1, 0, 'x'};

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes())).contains("PEEK-2210");
    }

    @Test
    void doesNotFollowALinkPlantedInPlaceOfTheUpload() throws IOException {
        BuiltArchive built = named("noop").build();
        Path link = Files.createSymbolicLink(folder.resolve("upload"), built.writeTo(folder));
        ArchiveCheck check = new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), folder);

        assertThatThrownBy(() -> check.check(link, built.sha256())).isInstanceOf(IOException.class);
    }
}
