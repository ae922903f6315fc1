package org.peekplatform.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.CheckedFolder;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.core.kit.RawZip;
import org.peekplatform.core.kit.Zips;

/** CVE-2023-48268, CVE-2024-0450, CVE-2019-13232, CVE-2022-36114: small files that unpack to what nobody can hold. */
class ArchiveBombTest {
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final int MB = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void refusesAnEntryThatUnpacksTooManyTimes() {
        RawZip zip = new RawZip();
        zip.add("ui/zeros", new byte[3 * MB]);

        assertThat(quickRefusal(zip.bytes())).contains("PEEK-2213").contains("'ui/zeros' unpacks from");
    }

    @Test
    void refusesItInsideAJarOfAnEar() {
        byte[] zip = named("noop")
                .inEar(Service.SERVER, "lib/x.jar", Zips.write(Map.of("zeros", new byte[3 * MB])))
                .build()
                .bytes();

        assertThat(quickRefusal(zip)).contains("PEEK-2213").contains("'services/server.ear!/lib/x.jar!/zeros'");
    }

    @Test
    void countsWhileUnpackingWhenTheHeaderLies() {
        byte[] zip = lyingAbout(1000);

        assertThat(quickRefusal(zip))
                .contains("PEEK-2214")
                .contains("unpacks to more than the 1000 bytes that it claims");
    }

    @Test
    void refusesAnEntryThatHasLessThanItClaims() {
        assertThat(quickRefusal(lyingAbout(MB / 2 - 1))).contains("PEEK-2214");
        assertThat(quickRefusal(lyingAbout(MB / 2 + 1))).contains("PEEK-2214").contains("other content than its size");
    }

    /** A whole plugin with one entry of half a megabyte that says otherwise in both headers. */
    private static byte[] lyingAbout(int claimed) {
        byte[] content = new byte[MB / 2];
        byte[] honest = named("noop").file("ui/lie", content).build().bytes();
        RawZip raw = new RawZip();
        Zips.read(honest).forEach((name, bytes) -> {
            RawZip.Entry entry = raw.add(name, bytes);
            if (name.equals("ui/lie")) {
                entry.size = claimed;
            }
        });
        return raw.bytes();
    }

    @Test
    void refusesEntriesThatShareTheirBytes() {
        RawZip zip = new RawZip();
        zip.add("ui/a", new byte[900 * 1024]);
        for (int i = 0; i < 10; i++) {
            zip.add("ui/a" + i, new byte[900 * 1024]).sharesHeaderOf = 0;
        }

        assertThat(quickRefusal(zip.bytes())).contains("PEEK-2211").contains("overlaps");
    }

    @Test
    void refusesAnEntryHiddenInsideTheBytesOfAnother() {
        RawZip inner = new RawZip();
        inner.add("ui/inner", new byte[10]);
        byte[] innerBytes = inner.bytes();
        RawZip zip = new RawZip();
        RawZip.Entry outer = zip.add("ui/outer", innerBytes);
        outer.method = 0;
        outer.packed = innerBytes;
        zip.add("ui/inner", new byte[10]);
        byte[] bytes = zip.bytes();
        pointLastEntryTo(bytes, 30 + "ui/outer".length());

        assertThat(quickRefusal(bytes)).contains("PEEK-2211");
    }

    private static void pointLastEntryTo(byte[] zip, int header) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(zip.length - 22 - "ui/inner".length() - 4, header);
    }

    @Test
    void refusesMoreEntriesThanAllowed() {
        RawZip zip = new RawZip();
        for (int i = 0; i < 20_001; i++) {
            zip.add("ui/" + i, new byte[0]);
        }
        byte[] bytes = zip.bytes();

        assertThat(quickRefusal(bytes)).contains("PEEK-2205").contains("at most 20000 are allowed");
    }

    @Test
    void entriesOfNestedArchivesCountTogether() {
        ArchiveLimits few = new ArchiveLimits(MB, MB, 30, 200, MB, 3, 512, MB);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            many.put("x" + i, new byte[0]);
        }
        PluginArchiveBuilder plugin = named("noop")
                .inEar(Service.SERVER, "lib/x.jar", Zips.write(many))
                .inEar(Service.SERVER, "lib/y.jar", Zips.write(many));

        assertThat(new CheckedFolder(folder, few).refusal(plugin.build().bytes()))
                .contains("PEEK-2205");
    }

    @Test
    void bytesOfNestedArchivesCountTogether() {
        ArchiveLimits small = new ArchiveLimits(MB, 200 * 1024, 1000, 200, MB, 3, 512, MB);
        byte[] jar = Zips.write(Map.of("zeros", new byte[150 * 1024]));
        PluginArchiveBuilder plugin =
                named("noop").inEar(Service.SERVER, "lib/x.jar", jar).inEar(Service.SERVER, "lib/y.jar", jar);

        assertThat(new CheckedFolder(folder, small).refusal(plugin.build().bytes()))
                .contains("PEEK-2212");
    }

    @Test
    void refusesArchivesNestedTooDeep() {
        byte[] nested = Zips.write(Map.of("x", new byte[1]));
        for (int i = 0; i < 4; i++) {
            nested = Zips.write(Map.of("deeper.jar", nested));
        }
        byte[] zip =
                named("noop").inEar(Service.SERVER, "lib/x.jar", nested).build().bytes();

        assertThat(quickRefusal(zip)).contains("PEEK-2215").contains("is nested 4 deep");
    }

    @Test
    void refusesAFileThatIsTooBig() {
        ArchiveLimits tiny = new ArchiveLimits(100, MB, 1000, 200, MB, 3, 512, MB);

        assertThat(new CheckedFolder(folder, tiny).refusal(named("noop").build().bytes()))
                .contains("PEEK-2201");
    }

    @Test
    void allocatesAFractionOfABigArchive() throws IOException {
        byte[] big = new byte[12 * MB];
        new Random(7).nextBytes(big);
        BuiltArchive built = named("big")
                .inEar(Service.SERVER, "lib/x.jar", Zips.write(Map.of("data", big)))
                .build();
        Path zip = built.writeTo(folder);
        ArchiveCheck check = new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), folder);
        String digest = built.sha256();
        check.check(zip, digest); // classes that are loaded for the first time count as well
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();

        ArchiveIntake intake = check.check(zip, digest);

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(4L * MB);
        assertThat(intake).isInstanceOf(ArchiveIntake.Accepted.class);
    }

    private String quickRefusal(byte[] zip) {
        return assertTimeout(AT_MOST, () -> CheckedFolder.in(folder).refusal(zip));
    }
}
