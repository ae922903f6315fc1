package org.peekplatform.maven;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
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
import org.peekplatform.maven.live.TupleTypes;
import org.peekplatform.maven.live.TupleTypesBuild;
import org.peekplatform.maven.ui.FrontendBuild;
import org.peekplatform.maven.ui.FrontendBuild.Folders;
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

    private PluginSource source() throws IOException, MojoExecutionException, MojoFailureException {
        SortedMap<String, byte[]> output = FolderFiles.read(classes.toPath());
        List<Provider> providers = providers();
        TupleTypes tuples = tuples(output, providers);
        Problems.failOn(tuples.problems(), "no archive was written");
        Pages pages = pages(tuples, providers);
        BuiltWith builtWith =
                new BuiltWith(plugin.getVersion(), System.getProperty("java.version"), UiFiles.angular(pages.ui()));
        return new PluginSource(
                project.getVersion(), output, webappFiles(), pages.ui(), pages.types(), providers, builtWith);
    }

    /** Looks at the classes of the plugin with everything beside them that they were compiled against. */
    private TupleTypes tuples(SortedMap<String, byte[]> output, List<Provider> providers) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (Artifact dependency : project.getArtifacts()) {
            jars.add(dependency.getFile().toURI().toURL());
        }
        try (URLClassLoader dependencies =
                new URLClassLoader(jars.toArray(new URL[0]), getClass().getClassLoader())) {
            return new TupleTypesBuild(output, providers, dependencies).run();
        }
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

    /** What browsers and the builds of others get. */
    private record Pages(SortedMap<String, byte[]> ui, SortedMap<String, byte[]> types) {}

    private Pages pages(TupleTypes tuples, List<Provider> providers) throws IOException, MojoExecutionException {
        if (!frontend.isDirectory()) {
            return new Pages(new TreeMap<>(), tuples.exposed());
        }
        Path sdk = plugin.getArtifacts().stream()
                .filter(FrontendSdk::isSdk)
                .map(artifact -> artifact.getFile().toPath())
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException(
                        "PEEK-2320 src/main/frontend has pages, but the frontend SDK is missing. No archive was written. Add"
                                + " org.peekplatform:frontend:zip:sdk as a dependency of peek-maven-plugin."));
        Folders folders = new Folders(below("ui"), below("ui-types"), below("tuples"), below("ui-deps"));
        FolderFiles.replace(folders.tuples(), tuples.files());
        SortedMap<String, byte[]> foreign = new TreeMap<>();
        providers.forEach(provider -> foreign.putAll(provider.types()));
        FolderFiles.replace(folders.dependencies(), foreign);
        new FrontendBuild(cache.toPath(), line -> getLog().info(line)).build(sdk, frontend.toPath(), folders);
        return new Pages(FolderFiles.read(folders.out()), FolderFiles.read(folders.types()));
    }

    private Path below(String folder) {
        return target.toPath().resolve(folder);
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
