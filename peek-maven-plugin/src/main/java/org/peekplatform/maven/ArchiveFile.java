package org.peekplatform.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.peekplatform.core.json.Json;

/** Finds the archive that a goal works on. */
final class ArchiveFile {
    private ArchiveFile() {}

    /**
     * @param named what the user named, or null
     * @param project whose archive it is otherwise: the attached one, or the one that an earlier build left
     */
    static Path find(File named, MavenProject project) throws MojoFailureException {
        Path archive = named == null ? ofProject(project) : named.toPath();
        if (!Files.isRegularFile(archive)) {
            throw new MojoFailureException("PEEK-2330 there is no archive " + archive
                    + ". Nothing was done. Run 'mvn package' first, or name one with -Dpeek.archive=<file>.");
        }
        return archive;
    }

    private static Path ofProject(MavenProject project) throws MojoFailureException {
        for (Artifact attached : project.getAttachedArtifacts()) {
            if (attached.getType().equals("zip") && attached.getFile() != null) {
                return attached.getFile().toPath();
            }
        }
        return leftBehind(project);
    }

    private static Path leftBehind(MavenProject project) throws MojoFailureException {
        Path descriptor = Path.of(project.getBuild().getOutputDirectory(), "plugin.json");
        if (!Files.isRegularFile(descriptor)) {
            throw new MojoFailureException("PEEK-2336 this project has no plugin.json in its compiled output."
                    + " Nothing was done. Run 'mvn package' first, or name an archive with -Dpeek.archive=<file>.");
        }
        String id = read(descriptor, "id", project.getArtifactId());
        String version = read(descriptor, "version", project.getVersion());
        return Path.of(project.getBuild().getDirectory(), id + "-" + version + ".zip");
    }

    private static String read(Path descriptor, String field, String otherwise) throws MojoFailureException {
        try {
            String value =
                    Json.mapper().readTree(descriptor.toFile()).path(field).asText();
            return value.isEmpty() ? otherwise : value;
        } catch (IOException e) {
            throw new MojoFailureException("PEEK-2337 " + descriptor + " cannot be read: " + e.getMessage(), e);
        }
    }
}
