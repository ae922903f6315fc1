package org.peekplatform.server.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.catalogue.PluginRow;
import org.peekplatform.server.catalogue.PluginState;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;

class PageShelfTest {
    private static final String ENTRY = "@peek/noop/_private/admin-app";

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private final Database database = MemoryDatabase.fresh();
    private final Archives archives = new Archives(database, clock);
    private final Catalogue catalogue = new Catalogue(database, archives, clock);

    @Test
    void showsThePagesOfWhatRuns() throws IOException {
        PageShelf shelf = shelf();
        String empty = shelf.shelf().revision();

        String sha256 = inForce("one");

        PluginPages pages = shelf.pages("noop").orElseThrow();
        assertThat(pages.entry("admin")).hasValue(ENTRY);
        assertThat(pages.entry("desktop")).isEmpty();
        assertThat(pages.imports().get(ENTRY)).isEqualTo("/ui/p/noop/" + moduleFile("one"));
        assertThat(pages.integrity()).containsOnlyKeys(pages.imports().get(ENTRY));
        assertThat(shelf.shelf().revision()).isNotEqualTo(empty);
        assertThat(folders()).containsExactly(sha256);
    }

    @Test
    void tellsFilesWithAHashInTheirNameFromTheRest() throws IOException {
        PageShelf shelf = shelf();
        inForce("one");

        PluginPages.PageFile module = shelf.file("noop", moduleFile("one")).orElseThrow();
        assertThat(module.path()).hasContent("one");
        assertThat(module.hashed()).isTrue();
        assertThat(shelf.file("noop", "assets/dot.svg").orElseThrow().hashed()).isFalse();
        assertThat(shelf.file("noop", "../peek")).isEmpty();
        assertThat(shelf.file("other", "assets/dot.svg")).isEmpty();
    }

    @Test
    void keepsTheFilesBeforeAnUpdateForOpenPages() throws IOException {
        PageShelf shelf = shelf();
        String first = inForce("one");
        String before = shelf.shelf().revision();
        String second = inForce("two");

        assertThat(shelf.shelf().revision()).isNotEqualTo(before);
        assertThat(shelf.file("noop", moduleFile("one")).orElseThrow().path()).hasContent("one");
        assertThat(shelf.file("noop", moduleFile("two")).orElseThrow().path()).hasContent("two");
        assertThat(folders()).containsExactlyInAnyOrder(first, second);

        inForce("three");
        assertThat(shelf.file("noop", moduleFile("one"))).isEmpty();
        assertThat(folders()).doesNotContain(first).contains(second);
    }

    @Test
    void showsNothingOfAStoppedPlugin() throws IOException {
        PageShelf shelf = shelf();
        String sha256 = inForce("one");
        String running = shelf.shelf().revision();

        catalogue.decide(row(sha256, false));
        assertThat(shelf.shelf().pages()).isEmpty();

        catalogue.decide(row(sha256, true));
        assertThat(shelf.shelf().revision()).isEqualTo(running);
    }

    @Test
    void leavesNothingOfAPluginThatIsGone() throws IOException {
        PageShelf shelf = shelf();
        inForce("one");
        assertThat(shelf.pages("noop")).isPresent();

        catalogue.remove("noop");

        assertThat(shelf.file("noop", moduleFile("one"))).isEmpty();
        assertThat(folders()).isEmpty();
    }

    @Test
    void takesSpoiltAndUnfinishedFoldersForNothing() throws IOException {
        String sha256 = inForce("one");
        Path spoilt = root().resolve(sha256).resolve(moduleFile("one"));
        Files.createDirectories(spoilt.getParent());
        Files.writeString(spoilt, "half");
        Files.createDirectories(root().resolve("unfinished-1"));

        assertThat(shelf().file("noop", moduleFile("one")).orElseThrow().path()).hasContent("one");
        assertThat(folders()).containsExactly(sha256);
    }

    @Test
    void saysThatThePagesCannotBeWrittenAndTriesAgain() throws IOException {
        inForce("one");
        Files.writeString(root(), "a file where the folder should be");
        PageShelf shelf = shelf();

        PluginPages troubled = shelf.pages("noop").orElseThrow();
        assertThat(troubled.refusal("21.2.24"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("PEEK-5140"));
        String revision = shelf.shelf().revision();

        Files.delete(root());
        assertThat(shelf.shelf().revision()).as("not with each poll").isEqualTo(revision);
        clock.advance(Duration.ofSeconds(31));
        assertThat(shelf.pages("noop").orElseThrow().refusal("21.2.24")).isEmpty();
        assertThat(shelf.shelf().revision()).isNotEqualTo(revision);
    }

    private PageShelf shelf() {
        return new PageShelf(catalogue, archives, root(), clock);
    }

    private Path root() {
        return folder.resolve("ui");
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(root())) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private String inForce(String module) throws IOException {
        PagesArchive archive = PagesArchive.named("noop", module);
        Path zip = archive.writeTo(folder);
        String sha256 = ContentDigest.sha256(zip);
        archives.bring(sha256, zip);
        archives.keep(archive.descriptor(), sha256, Files.size(zip), "test");
        catalogue.decide(row(sha256, true));
        return sha256;
    }

    private PluginRow row(String sha256, boolean running) {
        return new PluginRow(
                "noop",
                0,
                Optional.of(sha256),
                Optional.empty(),
                running,
                running ? PluginState.RUNNING : PluginState.STOPPED,
                clock.instant(),
                Optional.empty());
    }

    private static String moduleFile(String module) {
        return "pages-" + PagesArchive.sha256(module.getBytes(UTF_8)).substring(0, 8) + ".js";
    }
}
