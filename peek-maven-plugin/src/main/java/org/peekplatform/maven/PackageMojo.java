package org.peekplatform.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.EarLayout;
import org.peekplatform.core.descriptor.PluginDescriptor.BuiltWith;
import org.peekplatform.maven.archive.FolderFiles;
import org.peekplatform.maven.archive.Packed;
import org.peekplatform.maven.archive.PluginPackaging;
import org.peekplatform.maven.archive.PluginSource;
import org.peekplatform.maven.archive.ProviderJars;
import org.peekplatform.maven.descriptor.Provider;
import org.peekplatform.maven.ui.FrontendBuild;
import org.peekplatform.maven.ui.FrontendSdk;
import org.peekplatform.maven.ui.UiFiles;

/**
 * Writes the archive of a plugin, {@code <id>-<version>.zip}, and attaches it to the project; with classifier {@code api}
 * also the jar that other plugins compile against.
 */
@Mojo(
        name = "package",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class PackageMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File target;

    /** Folders {@code server}, {@code client}, {@code agent}, {@code worker} with files for the web archives. */
    @Parameter(defaultValue = "${project.basedir}/src/main/webapp")
    private File webapps;

    /** Sources of the plugin's pages. */
    @Parameter(defaultValue = "${project.basedir}/src/main/frontend")
    private File frontend;

    /** Where tool chains for pages are kept, for all projects of this user. */
    @Parameter(property = "peek.cache", defaultValue = "${user.home}/.cache/peek-platform")
    private File cache;

    @Inject
    private MavenProjectHelper projectHelper;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Problems.failOn(Dependencies.problems(project.getArtifacts()), "no archive was written");
            Packed packed = PluginPackaging.pack(source());
            if (packed instanceof Packed.Refused refused) {
                Problems.failOn(refused.problems(), "no archive was written");
            } else if (packed instanceof Packed.Archive archive) {
                write(archive);
            }
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "the files of the project cannot be read or written: " + e.getMessage(), e);
        }
    }

    private PluginSource source() throws IOException, MojoExecutionException {
        SortedMap<String, byte[]> ui = pages();
        BuiltWith builtWith =
                new BuiltWith(plugin.getVersion(), System.getProperty("java.version"), UiFiles.angular(ui));
        return new PluginSource(
                project.getVersion(), FolderFiles.read(classes.toPath()), webappFiles(), ui, providers(), builtWith);
    }

    private Map<Service, SortedMap<String, byte[]>> webappFiles() throws IOException {
        Map<Service, SortedMap<String, byte[]>> files = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            SortedMap<String, byte[]> own = FolderFiles.read(webapps.toPath().resolve(service.id()));
            if (!own.isEmpty()) {
                files.put(service, own);
            }
        }
        return files;
    }

    private List<Provider> providers() throws IOException {
        List<Provider> providers = new ArrayList<>();
        for (Artifact dependency : project.getArtifacts()) {
            ProviderJars.read(dependency.getFile().toPath()).ifPresent(providers::add);
        }
        return providers;
    }

    private SortedMap<String, byte[]> pages() throws IOException, MojoExecutionException {
        if (!frontend.isDirectory()) {
            return new TreeMap<>();
        }
        Path sdk = plugin.getArtifacts().stream()
                .filter(FrontendSdk::isSdk)
                .map(artifact -> artifact.getFile().toPath())
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException(
                        "PEEK-2320 src/main/frontend has pages, but the frontend SDK is missing. No archive was written. Add"
                                + " org.peekplatform:frontend:zip:sdk as a dependency of peek-maven-plugin."));
        Path built = target.toPath().resolve("ui");
        new FrontendBuild(cache.toPath(), line -> getLog().info(line)).build(sdk, frontend.toPath(), built);
        return FolderFiles.read(built);
    }

    private void write(Packed.Archive packed) throws IOException {
        String name = packed.descriptor().id() + "-" + packed.descriptor().version() + ".zip";
        Path archive = target.toPath().resolve(name);
        Files.write(archive, packed.zip());
        projectHelper.attachArtifact(project, "zip", archive.toFile());
        Optional<byte[]> apiJar = packed.apiJar();
        if (apiJar.isPresent()) {
            Path api =
                    target.toPath().resolve(EarLayout.apiJar(packed.descriptor().id()));
            Files.write(api, apiJar.get());
            projectHelper.attachArtifact(project, "jar", "api", api.toFile());
        }
        getLog().info(name + ": " + packed.zip().length + " bytes, runs on "
                + packed.descriptor().services().keySet().stream()
                        .sorted()
                        .map(Service::id)
                        .toList());
    }
}
