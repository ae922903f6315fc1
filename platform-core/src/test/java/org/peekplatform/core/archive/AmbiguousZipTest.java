package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.core.kit.CheckedFolder;
import org.peekplatform.core.kit.RawZip;

/** Files that two readers would read as two different archives, and files that are none. */
class AmbiguousZipTest {
    private static final byte[] ONE = {1};

    @TempDir
    Path folder;

    @Test
    void refusesDataBeforeTheZip() {
        RawZip zip = zip().prefix("GIF89a".getBytes(UTF_8));

        assertThat(refusal(zip)).contains("PEEK-2211");
        assertThat(CheckedFolder.in(folder).refusal(concat("GIF89a".getBytes(UTF_8), zip().bytes())))
                .contains("PEEK-2211");
    }

    @Test
    void refusesDataBetweenEntriesAndDirectory() {
        assertThat(refusal(zip().beforeDirectory(new byte[40]))).contains("PEEK-2211");
    }

    @Test
    void refusesDataBetweenDirectoryAndEnd() {
        assertThat(refusal(zip().afterDirectory(new byte[40]))).contains("PEEK-2211");
    }

    @Test
    void refusesASecondEndRecord() {
        assertThat(CheckedFolder.in(folder).refusal(concat(zip().bytes(), zip().bytes())))
                .contains("PEEK-2211");
        assertThat(refusal(zip().comment(new RawZip().bytes()))).containsPattern("PEEK-22(03|11)");
    }

    @Test
    void refusesBytesBehindTheEnd() {
        assertThat(CheckedFolder.in(folder).refusal(concat(zip().bytes(), ONE))).contains("PEEK-2203");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2000})
    void refusesAWrongNumberOfEntries(int more) {
        assertThat(refusal(zip().countOffBy(more))).containsPattern("PEEK-22(03|11)");
    }

    @Test
    void refusesZip64() {
        RawZip zip = zip();
        zip.add("ui/b", ONE).size = 0xFFFFFFFFL;
        assertThat(refusal(zip)).contains("PEEK-2204");

        byte[] locator = new byte[20];
        System.arraycopy(new byte[] {'P', 'K', 6, 7}, 0, locator, 0, 4);
        assertThat(refusal(zip().afterDirectory(locator))).contains("PEEK-2204");

        RawZip extra = zip();
        extra.add("ui/b", ONE).extra = new byte[] {1, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0};
        assertThat(refusal(extra)).contains("PEEK-2210");
    }

    @Test
    void refusesALocalHeaderWithAnotherName() {
        RawZip zip = zip();
        zip.add("ui/b", ONE).localName = "ui/c".getBytes(UTF_8);
        assertThat(refusal(zip)).contains("PEEK-2210").contains("another name in its local header");
    }

    @Test
    void refusesALocalHeaderWithAnotherMethodOrSize() {
        RawZip method = zip();
        method.add("ui/b", ONE).localMethod = 0;
        assertThat(refusal(method)).contains("another method");

        RawZip size = zip();
        size.add("ui/b", ONE).localSize = 7;
        assertThat(refusal(size)).contains("another size");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1 << 6, 1 << 13})
    void refusesEncryptedEntries(int flag) {
        RawZip zip = zip();
        zip.add("ui/b", ONE).flags |= flag;
        assertThat(refusal(zip)).contains("PEEK-2209").contains("is encrypted");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 12, 14, 93, 99})
    void refusesMethodsOtherThanStoredAndDeflated(int method) {
        RawZip zip = zip();
        zip.add("ui/b", ONE).method = method;
        assertThat(refusal(zip)).contains("is packed by method " + method);
    }

    @Test
    void refusesAFolderWithContent() {
        RawZip zip = zip();
        zip.add("ui/b/", ONE);
        assertThat(refusal(zip)).contains("PEEK-2214");
    }

    @Test
    void refusesWhatIsNoZip() {
        assertThat(CheckedFolder.in(folder).refusal(new byte[0]))
                .contains("PEEK-2203")
                .contains("it is no zip file");
        assertThat(CheckedFolder.in(folder).refusal(new byte[5000])).contains("PEEK-2203");
        assertThat(CheckedFolder.in(folder).refusal(new RawZip().bytes()))
                .contains("PEEK-2216")
                .contains("no plugin.json");
    }

    /** Every cut and many bit flips of a good archive: refused or accepted, never an exception. */
    @Test
    void survivesDamage() {
        byte[] good = named("noop").build().bytes();
        CheckedFolder checked = CheckedFolder.in(folder);
        Random random = new Random(4711);
        for (int i = 0; i < 100; i++) {
            byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
            assertThat(checked.check(cut)).isInstanceOf(ArchiveIntake.Refused.class);
            byte[] flipped = good.clone();
            flipped[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(checked.check(flipped)).isNotNull();
        }
    }

    private static RawZip zip() {
        RawZip zip = new RawZip();
        zip.add("ui/a", ONE);
        return zip;
    }

    private String refusal(RawZip zip) {
        return CheckedFolder.in(folder).refusal(zip.bytes());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
