package org.peekplatform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be seen in the source tree without compiling it. */
class SourceTreeTest {
    private static final int MOST_LINES = 400;
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|ts|mjs|html|scss|css|sql|cli|sh)|peek|run");
    private static final Pattern DEPENDENCY_ON_AN_EAR =
            Pattern.compile("<dependency>(?:(?!</dependency>).)*<artifactId>[a-z]+-ear</artifactId>", Pattern.DOTALL);
    private static final Set<String> MADE = Set.of("target", "node_modules", ".git", ".run");

    @Test
    void noSourceFileIsLongerThanOnePersonReads() throws IOException {
        List<Path> sources = files(SOURCE);

        assertThat(sources).as("source files under " + ReactorClasses.ROOT).hasSizeGreaterThan(100);
        for (Path source : sources) {
            assertThat(Files.readAllLines(source))
                    .as(source + " has more than " + MOST_LINES + " lines: divide it by job")
                    .hasSizeLessThanOrEqualTo(MOST_LINES);
        }
    }

    @Test
    void nothingThatIsDeployedDependsOnAnEar() throws IOException {
        List<Path> dependents = new ArrayList<>();
        for (Path pom : files(Pattern.compile("pom\\.xml"))) {
            if (DEPENDENCY_ON_AN_EAR.matcher(Files.readString(pom)).find()) {
                dependents.add(pom);
            }
        }

        assertThat(dependents)
                .as("modules that depend on an EAR: this one does, so the search works")
                .contains(ReactorClasses.ROOT.resolve("architecture-rules/pom.xml"));
        assertThat(dependents)
                .as("an EAR is an end: only modules without main code, which are tests, may depend on one")
                .noneMatch(pom -> Files.exists(pom.resolveSibling("src/main")));
    }

    static List<Path> files(Pattern name) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ReactorClasses.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return MADE.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (name.matcher(file.getFileName().toString()).matches()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
