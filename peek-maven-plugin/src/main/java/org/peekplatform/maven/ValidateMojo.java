package org.peekplatform.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.peekplatform.core.archive.ArchiveCheck;
import org.peekplatform.core.archive.ArchiveIntake;
import org.peekplatform.core.archive.ArchiveLimits;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.maven.archive.Digest;

/** Checks an archive by the rules of the server, and fails with every problem that it finds. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The archive; without it that of the project. */
    @Parameter(property = "peek.archive")
    private File archive;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File target;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path file = ArchiveFile.find(archive, project);
        try {
            ArchiveIntake intake = check(file);
            if (intake instanceof ArchiveIntake.Refused refused) {
                Problems.failOn(refused.problems(), "a server would refuse " + file);
            } else if (intake instanceof ArchiveIntake.Accepted accepted) {
                getLog().info(file.getFileName() + " is valid, SHA-256 " + accepted.sha256());
            }
        } catch (IOException e) {
            throw new MojoExecutionException("the archive " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private ArchiveIntake check(Path file) throws IOException {
        Files.createDirectories(target.toPath());
        Path staging = Files.createTempDirectory(target.toPath(), "validate");
        try {
            String sha256 = Digest.of(Files.readAllBytes(file));
            return new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), staging).check(file, sha256);
        } finally {
            Files.delete(staging);
        }
    }
}
