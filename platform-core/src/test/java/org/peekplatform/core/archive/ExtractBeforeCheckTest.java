package org.peekplatform.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.CheckedFolder;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.core.kit.RawZip;
import org.peekplatform.core.kit.Zips;

/** CVE-2007-4559, CVE-2025-4517: nothing may be written before everything has been checked. */
class ExtractBeforeCheckTest {
    @TempDir
    Path folder;

    @Test
    void oneBadNameAmongManyGoodEntriesLeavesTheTreeAsItWas() {
        RawZip zip = new RawZip();
        for (int i = 0; i < 500; i++) {
            zip.add("ui/good-" + i, new byte[] {1});
        }
        zip.add("../evil", new byte[] {1});

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes())).contains("'../evil'");
    }

    @Test
    void theDirectoryIsJudgedBeforeAnyStagingFolderIsTouched() throws IOException {
        RawZip zip = new RawZip();
        zip.add("../evil", new byte[] {1});
        Path file = Files.write(folder.resolve("upload"), zip.bytes());
        ArchiveCheck check =
                new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), folder.resolve("absent"));

        assertThat(check.check(file, Zips.sha256(zip.bytes()))).isInstanceOf(ArchiveIntake.Refused.class);
    }

    @Test
    void refusesBytesOtherThanThoseOfTheDigest() throws IOException {
        BuiltArchive built = named("noop").build();
        ArchiveCheck check = new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), folder);

        ArchiveIntake intake = check.check(built.writeTo(folder), "0".repeat(64));

        assertThat(intake.toString()).contains("PEEK-2202");
    }

    @Test
    void namesEverythingThatIsNotWhatTheDescriptorLists() {
        PluginArchiveBuilder plugin =
                named("noop").unlisted("ui/extra.js", new byte[] {1}).lying(ExtractBeforeCheckTest::withFile);

        assertThat(CheckedFolder.in(folder).refusal(plugin.build().bytes()))
                .contains("PEEK-2221 archive refused: entry 'ui/extra.js' is not listed in plugin.json")
                .contains("PEEK-2221 archive refused: plugin.json lists 'ui/gone.js', which is not there");
    }

    private static PluginDescriptor withFile(PluginDescriptor d) {
        Map<String, String> files = new TreeMap<>(d.files());
        files.put("ui/gone.js", "a".repeat(64));
        return new PluginDescriptor(
                d.id(),
                d.version(),
                d.title(),
                d.description(),
                d.vendor(),
                d.platform(),
                d.requires(),
                d.services(),
                d.api(),
                d.uses(),
                d.migrations(),
                files,
                d.builtWith());
    }

    @Test
    void refusesAFileWithOtherBytesThanListed() {
        byte[] honest = named("noop").file("ui/a.js", new byte[] {1}).build().bytes();
        Map<String, byte[]> entries = Zips.read(honest);
        entries.put("ui/a.js", new byte[] {2});

        assertThat(CheckedFolder.in(folder).refusal(Zips.write(entries)))
                .contains("PEEK-2221 archive refused: entry 'ui/a.js' has other bytes than plugin.json says");
    }

    @Test
    void refusesAnEarThatHoldsMoreThanTheLayoutSays() {
        byte[] zip = named("noop")
                .inEar(Service.SERVER, "evil.bin", new byte[] {1})
                .build()
                .bytes();

        assertThat(CheckedFolder.in(folder).refusal(zip)).contains("'services/server.ear!/evil.bin' is nothing that");
    }
}
