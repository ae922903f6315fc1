package org.peekplatform.maven;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.peekplatform.maven.deploy.Credentials;
import org.peekplatform.maven.deploy.Deployment;
import org.peekplatform.maven.deploy.Outcome;
import org.peekplatform.maven.deploy.PlatformClient;

/**
 * Brings the archive of a plugin to a running platform: uploads it, shows the plan, installs it and waits until it runs on
 * every connected instance.
 */
@Mojo(name = "deploy", requiresProject = false, threadSafe = true)
public final class DeployMojo extends AbstractMojo {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings;

    /** The archive; without it that of the project. */
    @Parameter(property = "peek.archive")
    private File archive;

    /** Where the server answers. */
    @Parameter(property = "peek.url", defaultValue = "http://127.0.0.1:8080")
    private URI url;

    /** Name of an administrator. Without it, name and password come from the server entry of settings.xml. */
    @Parameter(property = "peek.user")
    private String user;

    @Parameter(property = "peek.password")
    private String password;

    /** Entry of settings.xml that holds name and password. */
    @Parameter(property = "peek.server", defaultValue = "peek")
    private String server;

    /** Show the plan and leave the platform as it is. */
    @Parameter(property = "peek.planOnly", defaultValue = "false")
    private boolean planOnly;

    /** How many seconds the installation may take. */
    @Parameter(property = "peek.timeout", defaultValue = "300")
    private long timeout;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path file = ArchiveFile.find(archive, project);
        if (url.getScheme().equals("http") && !LOOPBACK.contains(url.getHost())) {
            getLog().warn("PEEK-2335 the password goes to " + url
                    + " unencrypted. Anybody on the way can read it. Use https.");
        }
        PlatformClient platform = new PlatformClient(url, credentials());
        Deployment deployment = new Deployment(platform, line -> getLog().info(line), Duration.ofMillis(500));
        try {
            Outcome outcome = planOnly ? deployment.plan(file) : deployment.install(file, Duration.ofSeconds(timeout));
            if (outcome instanceof Outcome.Refused refused) {
                throw new MojoFailureException(refused.reason());
            }
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "PEEK-2331 the platform at " + url + " cannot be reached: " + e
                            + ". It is unknown what became of the upload. Is it running, and is peek.url right?",
                    e);
        }
    }

    private Credentials credentials() throws MojoFailureException {
        if (user != null && password != null) {
            return new Credentials(user, password);
        }
        Server entry = settings.getServer(server);
        if (entry == null || entry.getUsername() == null || entry.getPassword() == null) {
            throw new MojoFailureException("PEEK-2332 no name and password for the platform at " + url
                    + ". Nothing was uploaded. Write a <server> with id '" + server
                    + "' into settings.xml, or give -Dpeek.user and -Dpeek.password.");
        }
        Server readable =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(entry)).getServer();
        return new Credentials(readable.getUsername(), readable.getPassword());
    }
}
