package org.peekplatform.server.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.json.Json;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.catalogue.PluginRow;
import org.peekplatform.server.catalogue.StoredArchive;

/**
 * The pages of all plugins that are in force and run. Asked with every poll of every browser: while the catalogue's
 * revision stays the same, an answer costs the one query that reads it.
 */
public final class PageShelf {
    private static final String UNWRITABLE = "PEEK-5140";
    private static final Logger LOG = System.getLogger(PageShelf.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Catalogue catalogue;
    private final Archives archives;
    private final PageStore store;
    private final Clock clock;

    /** What an update or a stop took away: pages that are open load the rest of their files from it. */
    private final Map<String, PluginPages> before = new HashMap<>();

    private volatile Shown shown = new Shown(-1, "", new TreeMap<>(), Optional.empty());

    private record Shown(
            long catalogue, String revision, SortedMap<String, PluginPages> pages, Optional<Instant> retry) {}

    /** Everything that can be shown, and a text that changes with it. */
    public record Shelf(String revision, Collection<PluginPages> pages) {}

    public PageShelf(Catalogue catalogue, Archives archives, Path root, Clock clock) {
        this.catalogue = catalogue;
        this.archives = archives;
        this.store = new PageStore(root, archives);
        this.clock = clock;
    }

    /** Plugins in the order of their ids. */
    public Shelf shelf() {
        Shown now = now();
        return new Shelf(now.revision(), now.pages().values());
    }

    public Optional<PluginPages> pages(String plugin) {
        return Optional.ofNullable(now().pages().get(plugin));
    }

    /** A file of a plugin's pages, as they are or as they were before the last change. */
    public Optional<PluginPages.PageFile> file(String plugin, String name) {
        return pages(plugin).flatMap(pages -> pages.file(name)).or(() -> fileBefore(plugin, name));
    }

    private synchronized Optional<PluginPages.PageFile> fileBefore(String plugin, String name) {
        return Optional.ofNullable(before.get(plugin)).flatMap(pages -> pages.file(name));
    }

    private Shown now() {
        long revision = catalogue.revision();
        return isFresh(revision) ? shown : look(revision);
    }

    private boolean isFresh(long revision) {
        Shown last = shown;
        return last.catalogue() == revision
                && last.retry().map(clock.instant()::isBefore).orElse(true);
    }

    private synchronized Shown look(long revision) {
        if (isFresh(revision)) {
            return shown;
        }
        SortedMap<String, PluginPages> next = new TreeMap<>();
        List<PluginRow> rows = catalogue.plugins();
        for (PluginRow row : rows) {
            inForce(row).flatMap(this::prepared).ifPresent(pages -> next.put(pages.plugin(), pages));
        }
        boolean troubled =
                next.values().stream().anyMatch(pages -> pages.trouble().isPresent());
        Set<String> known = rows.stream().map(PluginRow::id).collect(Collectors.toSet());
        remember(next, known);
        shown = new Shown(
                revision,
                PluginPages.revisionOf(next.values()),
                next,
                troubled ? Optional.of(clock.instant().plus(RETRY)) : Optional.empty());
        clean();
        return shown;
    }

    /** A candidate that the server tries is not in force yet. */
    private Optional<StoredArchive> inForce(PluginRow row) {
        return row.current().filter(archive -> row.running()).flatMap(archives::find);
    }

    private Optional<PluginPages> prepared(StoredArchive archive) {
        PluginDescriptor plugin = archive.descriptor();
        if (!plugin.files().containsKey(PagesManifest.ENTRY)) {
            return Optional.empty();
        }
        Optional<PluginPages> same = Optional.ofNullable(shown.pages().get(plugin.id()))
                .filter(pages -> pages.archive().equals(archive.sha256())
                        && pages.trouble().isEmpty());
        return same.or(() -> Optional.of(read(plugin, archive.sha256())));
    }

    private PluginPages read(PluginDescriptor plugin, String sha256) {
        Map<String, String> digests = plugin.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(PagesManifest.FOLDER))
                .collect(Collectors.toMap(
                        file -> file.getKey().substring(PagesManifest.FOLDER.length()), Map.Entry::getValue));
        try {
            Path folder = store.folder(sha256, digests);
            byte[] manifest =
                    Files.readAllBytes(folder.resolve(PagesManifest.ENTRY.substring(PagesManifest.FOLDER.length())));
            return PluginPages.of(
                    plugin.id(),
                    plugin.title(),
                    sha256,
                    new PluginPages.Content(Json.read(manifest, PagesManifest.class), folder, digests));
        } catch (IOException | UncheckedIOException e) {
            LOG.log(
                    Level.WARNING,
                    UNWRITABLE + " The pages of '" + plugin.id() + "' " + plugin.version()
                            + " cannot be written below the data folder. They are not shown. It is tried again.",
                    e);
            return PluginPages.troubled(
                    plugin.id(),
                    plugin.title(),
                    sha256,
                    UNWRITABLE + " the server cannot write the pages to its disk; its log has the reason");
        }
    }

    private void remember(Map<String, PluginPages> next, Set<String> known) {
        shown.pages().forEach((plugin, pages) -> {
            PluginPages now = next.get(plugin);
            if (now == null || !now.archive().equals(pages.archive())) {
                before.put(plugin, pages);
            }
        });
        before.keySet().retainAll(known);
    }

    /** A folder that cannot be removed is in nobody's way; the next change tries again. */
    private void clean() {
        Set<String> needed = Stream.concat(shown.pages().values().stream(), before.values().stream())
                .map(PluginPages::archive)
                .collect(Collectors.toSet());
        try {
            store.keepOnly(needed);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "PEEK-5141 Pages that nobody needs any more cannot be removed. They take up disk.",
                    e);
        }
    }
}
