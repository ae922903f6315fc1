package org.peekplatform.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.archive.Zip;

class DependenciesTest {
    @TempDir
    Path folder;

    @Test
    void refusesLibraryThatNobodyWouldBring() throws IOException {
        assertThat(Dependencies.problems(List.of(jar("compile", "org/x/A.class"), jar("provided", "org/x/A.class"))))
                .extracting(Problem::toString)
                .containsExactly("PEEK-2310 dependency org.x:lib:jar:1.0 has scope compile, but an archive carries the"
                        + " plugin's own classes only. It would be missing at run time; no archive was written. Give it scope"
                        + " 'provided' if WildFly, the platform or a required plugin brings it, or do without it.");
    }

    @Test
    void refusesJarWithAllClassesOfAPlugin() throws IOException {
        assertThat(Dependencies.problems(List.of(jar("provided", "plugin.json"))))
                .extracting(Problem::code)
                .containsExactly("PEEK-2312");
    }

    private Artifact jar(String scope, String entry) throws IOException {
        Artifact jar =
                new DefaultArtifact("org.x", "lib", "1.0", scope, "jar", null, new DefaultArtifactHandler("jar"));
        jar.setFile(Files.write(folder.resolve(scope + ".jar"), Zip.jar(Map.of(entry, new byte[0])))
                .toFile());
        return jar;
    }
}
