package org.peekplatform.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.Service;
import org.peekplatform.api.hook.ServerHook;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.core.kit.Zips;

class GoodArchiveTest {
    @TempDir
    Path folder;

    @Test
    void acceptsAPluginWithEverything() throws IOException {
        BuiltArchive built = full().build();
        Path zip = built.writeTo(folder);

        ArchiveIntake intake =
                new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), folder).check(zip, built.sha256());

        assertThat(intake)
                .isEqualTo(new ArchiveIntake.Accepted(built.descriptor(), built.sha256(), built.bytes().length));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(zip);
        }
    }

    @Test
    void acceptsABigJarInAnEarAndLeavesNothingBehind() throws IOException {
        byte[] big = new byte[9 * 1024 * 1024];
        new Random(1).nextBytes(big);
        BuiltArchive built = named("big")
                .inEar(Service.SERVER, "lib/big.jar", Zips.write(Map.of("data", big)))
                .build();
        Path zip = built.writeTo(folder);

        assertThat(new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), folder)
                        .check(zip, built.sha256()))
                .isInstanceOf(ArchiveIntake.Accepted.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(zip);
        }
    }

    @Test
    void theKitBuildsTheSameBytesTwice() {
        assertThat(full().build().bytes()).isEqualTo(full().build().bytes());
    }

    @Test
    void theKitsHooksCanBeLoaded() throws Exception {
        BuiltArchive built = full().build();
        Map<String, byte[]> ear = Zips.read(Zips.read(built.bytes()).get("services/server.ear"));
        Map<String, byte[]> classes = Zips.read(ear.get("noop-server.jar"));
        classes.putAll(Zips.read(ear.get("lib/noop-api.jar")));
        classes.putAll(
                Zips.read(Zips.read(named("user").publishing().build().bytes()).get("api/user-api.jar")));

        ClassLoader loader = new MapLoader(classes);
        Class<?> hook = loader.loadClass(
                built.descriptor().services().get(Service.SERVER).hook());
        Class<?> bean = loader.loadClass("peekplugins.noop.internal.server.GreeterBean");
        Class<?> client = loader.loadClass("peekplugins.noop.internal.server.using_user.ConsumedGreeter");

        assertThat(ServerHook.class).isAssignableFrom(hook);
        assertThat(bean.getInterfaces()[0].getName()).isEqualTo("peekplugins.noop.server.Greeter");
        assertThat(client.getDeclaredField("greeter").getType().getName()).isEqualTo("peekplugins.user.server.Greeter");
        assertThat(hook.getDeclaredConstructor().newInstance()).isInstanceOf(ServerHook.class);
    }

    private static PluginArchiveBuilder full() {
        return named("noop")
                .everywhere()
                .webOn(Service.SERVER)
                .publishing()
                .consuming("user", ">=2 <3")
                .requiresIfThere("mail", "^1", Service.SERVER, Service.AGENT)
                .migration("V1__create.sql", "create table noop (id int)")
                .migration("h2/V2__h2.sql", "select 1")
                .migration("postgresql/V2__pg.sql", "select 1")
                .file("ui/ui-manifest.json", new byte[] {'{', '}'});
    }

    private static final class MapLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MapLoader(Map<String, byte[]> classes) {
            super(MapLoader.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
