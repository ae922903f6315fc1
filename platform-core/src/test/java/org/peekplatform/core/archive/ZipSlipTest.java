package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.CheckedFolder;
import org.peekplatform.core.kit.RawZip;
import org.peekplatform.core.problem.Quoted;

/** CVE-2019-0191, CVE-2018-10862, CVE-2018-1002201: an entry name that leads out of the folder. */
class ZipSlipTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "ui/../../evil",
                "..",
                "ui/..",
                "./evil",
                "ui//evil",
                "/etc/evil",
                "//host/share/evil",
                "C:/evil",
                "C:evil",
                "..\\evil",
                "ui\\evil",
                "\\\\host\\evil",
                "%2e%2e/evil",
                "ui/%2E%2e%2fevil",
                "ui/%5c..%5cevil",
                "ui/evil.",
                "ui./evil",
                "ui/evil ",
                " /evil",
                "ui/ev\u0000il",
                "ui/ev\nil",
                "ui/ev\u007fil",
                "ui/ev\u202eil",
                "ui/ev\u200bil",
                "ui/e\u0301vil",
                "ui/evil:stream",
                "ui/.. /evil",
                ""
            })
    void refusesAnEntryWhoseNameEscapesTheFolder(String name) {
        RawZip zip = new RawZip();
        zip.add(name, new byte[] {1});

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes()))
                .contains("PEEK-2206 archive refused: entry " + Quoted.of(name))
                .contains("Nothing was changed. Rename the entry.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.class", "/evil.class", "a\\..\\evil.class"})
    void refusesItInsideAJarOfAnEarToo(String name) {
        byte[] zip =
                named("noop").inJar(Service.SERVER, name, new byte[8]).build().bytes();

        assertThat(CheckedFolder.in(folder).refusal(zip))
                .contains("PEEK-2206")
                .contains(Quoted.of("services/server.ear!/noop-server.jar!/" + name));
    }

    @Test
    void refusesANameThatIsTooLong() {
        RawZip zip = new RawZip();
        zip.add("ui/" + "x".repeat(600), new byte[] {1});

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes())).contains("more than 512 characters");
    }

    @Test
    void refusesANameInAnotherEncodingThanUtf8() {
        RawZip zip = new RawZip();
        zip.add("ui/überall".getBytes(ISO_8859_1), new byte[] {1}).flags = 0;

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes())).contains("not marked and valid UTF-8");
    }

    @Test
    void refusesAnExtraFieldThatGivesAnotherName() {
        RawZip zip = new RawZip();
        zip.add("ui/good", new byte[] {1}).extra = new byte[] {0x75, 0x70, 2, 0, '.', '.'};

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes()))
                .contains("PEEK-2210")
                .contains("another name");
    }

    @Test
    void refusesNamesThatMeetOnSomeSystems() {
        RawZip zip = new RawZip();
        zip.add("ui/a", new byte[] {1});
        zip.add("ui/A", new byte[] {1});
        zip.add("ui/a", new byte[] {2});
        zip.add("ui/a/below", new byte[] {2});

        assertThat(CheckedFolder.in(folder).refusal(zip.bytes()))
                .contains("entry 'ui/A' differs from another entry in upper and lower case only")
                .contains("entry 'ui/a' comes twice")
                .contains("entry 'ui/a/below' lies below an entry that is a file");
    }

    @Test
    void refusesASecondManifest() {
        RawZip jar = new RawZip();
        jar.add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(UTF_8));
        jar.add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(UTF_8));
        byte[] zip = named("noop")
                .inEar(Service.SERVER, "lib/x.jar", jar.bytes())
                .build()
                .bytes();

        assertThat(CheckedFolder.in(folder).refusal(zip)).contains("lib/x.jar!/META-INF/MANIFEST.MF' comes twice");
    }
}
