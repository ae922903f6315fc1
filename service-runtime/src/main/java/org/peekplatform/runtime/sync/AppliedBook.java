package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.wanted.Applied;
import org.peekplatform.core.wanted.WantedSet;

/** What this instance did last, and the last wanted set it saw. One file, replaced as a whole, safe against kill -9. */
final class AppliedBook {
    private final Path file;
    private Content content;

    /** Everything that is kept. */
    record Content(WantedSet wanted, Map<String, Applied> applied) {}

    AppliedBook(Path file) {
        this.file = file;
        this.content = read(file);
    }

    synchronized WantedSet wanted() {
        return content.wanted();
    }

    synchronized Map<String, Applied> applied() {
        return content.applied();
    }

    synchronized Optional<Applied> applied(String plugin) {
        return Optional.ofNullable(content.applied().get(plugin));
    }

    synchronized void keep(WantedSet wanted) {
        write(new Content(wanted, content.applied()));
    }

    synchronized void keep(Applied applied) {
        Map<String, Applied> next = new TreeMap<>(content.applied());
        next.put(applied.id(), applied);
        write(new Content(content.wanted(), next));
    }

    synchronized void forget(List<String> plugins) {
        Map<String, Applied> next = new TreeMap<>(content.applied());
        next.keySet().removeAll(plugins);
        write(new Content(content.wanted(), next));
    }

    private void write(Content next) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, Json.write(next));
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PEEK-3401 " + file + " cannot be written. Nothing is deployed until it can.", e);
        }
        content = next;
    }

    private static Content read(Path file) {
        if (!Files.exists(file)) {
            return new Content(new WantedSet(0, List.of()), Map.of());
        }
        try {
            return Json.read(Files.readAllBytes(file), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PEEK-3402 " + file + " cannot be read. The instance does not start its "
                            + "plugins. Make the file readable, or remove it to have every plugin deployed anew.",
                    e);
        }
    }
}
