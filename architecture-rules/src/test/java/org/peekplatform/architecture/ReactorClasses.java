package org.peekplatform.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of every module that a service deploys or a plugin compiles against, as Maven has compiled them. */
final class ReactorClasses implements LocationProvider {
    /** The tests run in the folder of their module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final List<String> MODULES = List.of(
            "plugin-api",
            "platform-core",
            "service-runtime",
            "platform-ejb",
            "platform-web",
            "client-web",
            "agent-ejb",
            "worker-ejb");

    @Override
    public Set<Location> get(Class<?> testClass) {
        return Stream.concat(MODULES.stream().map(ROOT::resolve), plugins())
                .map(module -> module.resolve("target/classes"))
                .map(Location::of)
                .collect(Collectors.toSet());
    }

    private static Stream<Path> plugins() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("plugins"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java"))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
