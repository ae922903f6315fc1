package org.peekplatform.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peekplatform.core.archive.ArchiveCheck;
import org.peekplatform.core.archive.ArchiveIntake;
import org.peekplatform.core.archive.ArchiveLimits;
import org.peekplatform.core.descriptor.DescriptorReader;

/** A folder in which archives are checked, and in which a check must not leave or change anything. */
public final class CheckedFolder {
    private final Path root;
    private final ArchiveLimits limits;

    public CheckedFolder(Path root, ArchiveLimits limits) {
        this.root = root;
        this.limits = limits;
    }

    public static CheckedFolder in(Path root) {
        return new CheckedFolder(root, ArchiveLimits.generous());
    }

    /** Checks the bytes, sees that no file came, went or changed, and gives what the check said. */
    public ArchiveIntake check(byte[] zip) {
        try {
            Path staging = Files.createDirectories(root.resolve("a/b/staging"));
            Path file = Files.write(root.resolve("a/b/upload"), zip);
            Map<String, String> before = tree();
            ArchiveIntake intake =
                    new ArchiveCheck(limits, new DescriptorReader(), staging).check(file, Zips.sha256(zip));
            assertThat(tree()).isEqualTo(before);
            return intake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problems as text, one a line; fails when the archive is accepted. */
    public String refusal(byte[] zip) {
        ArchiveIntake intake = check(zip);
        assertThat(intake).isInstanceOf(ArchiveIntake.Refused.class);
        return ((ArchiveIntake.Refused) intake)
                .problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                tree.put(
                        root.relativize(file).toString(),
                        Files.isRegularFile(file) ? Zips.sha256(Files.readAllBytes(file)) : "");
            }
        }
        return tree;
    }
}
