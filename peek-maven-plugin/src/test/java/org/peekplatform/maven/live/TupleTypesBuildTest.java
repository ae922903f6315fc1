package org.peekplatform.maven.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.maven.Fixtures.utf8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.Fixtures;
import org.peekplatform.maven.archive.FolderFiles;
import org.peekplatform.maven.descriptor.Provider;

class TupleTypesBuildTest {
    /** What the tests of the frontend build compile pages against. */
    private static final Path EXPECTED = Path.of("../frontend/test/tuples");

    @Test
    void writesTheModulesThatPagesAreTestedAgainst() throws IOException {
        TupleTypes types = build("greeting");
        assertThat(types.problems()).isEmpty();
        assertThat(texts(types.files())).isEqualTo(texts(FolderFiles.read(EXPECTED)));
    }

    @Test
    void keepsInternalTypesForThePagesOfThePlugin() {
        TupleTypes types = build("greeting");
        assertThat(types.files()).containsKeys("@peek/greeting/_private/tuples/index.d.ts");
        assertThat(types.exposed())
                .containsOnlyKeys(
                        "@peek/greeting/tuples/classes.json",
                        "@peek/greeting/tuples/index.d.ts",
                        "@peek/greeting/tuples/index.js");
        assertThat(text(types, "@peek/greeting/tuples/index.d.ts")).doesNotContain("Diary");
    }

    @Test
    void importsTypesOfOtherPluginsAndCopiesWhatTheyDoNotWrite() {
        Provider greeting = provider("greeting", build("greeting").exposed());
        Provider base = provider("base", new TreeMap<>());
        TupleTypes types = build("guestbook", greeting, base);
        assertThat(types.problems()).isEmpty();
        assertThat(text(types, "@peek/guestbook/tuples/index.d.ts")).isEqualTo("""
                        // Written by the build of plugin 'guestbook' from its Java classes.
                        import type * as live from '@peek/platform/live';
                        import type { Mood as Mood_greeting } from '@peek/greeting/tuples';
                        import type { Visit } from '@peek/greeting/tuples';

                        /** Java: org.acme.guestbook.tuple.Entry */
                        export interface Entry {
                          readonly mood: Mood;
                          readonly guest: Mood_greeting;
                          readonly visits: readonly Visit[];
                          readonly item: Item;
                        }
                        export declare const Entry: live.TupleType<Entry>;

                        /** Java: org.acme.guestbook.tuple.Mood */
                        export type Mood = 'CALM';

                        /** Java: org.acme.base.tuple.Item */
                        export interface Item {
                          readonly name: string;
                        }
                        """);
    }

    @Test
    void writesNothingForAPluginWithoutLiveTypes() {
        assertThat(build("base")).isEqualTo(TupleTypes.none());
        assertThat(new TupleTypesBuild(new TreeMap<>(), List.of(), getClass().getClassLoader()).run())
                .isEqualTo(TupleTypes.none());
    }

    @Test
    void refusesTypesThatCannotTravelWithAllReasonsAtOnce() {
        assertThat(build("heavy").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "PEEK-2705 tuple 'Parcel' cannot travel: component label is java.io.File."
                                + " Use byte[] for its content or String for its name.",
                        "PEEK-2705 tuple 'Parcel' cannot travel: component sent is java.util.Date. Use Instant.");
    }

    @Test
    void refusesExposedTypesThatOthersCouldNotUse() {
        assertThat(build("leak").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "PEEK-2721 tuple 'Leaking' is exposed, but made of org.acme.leak.internal.tuple.Secret, which other"
                                + " plugins cannot see. They could not use it. Move that type to the package tuple, or the"
                                + " tuple to internal.tuple.",
                        "PEEK-2722 org.acme.leak.tuple.Leaking$First$Line and org.acme.leak.tuple.Leaking$Second$Line would"
                                + " both be the TypeScript type 'Line'. Rename one.",
                        "PEEK-2723 org.acme.leak.tuple.Leaking$small would be the TypeScript type 'small', which may be a"
                                + " word of that language. Begin its name with a capital.");
    }

    @Test
    void saysWhichClassIsMissing() {
        SortedMap<String, byte[]> output = withDescriptor("guestbook");
        assertThat(new TupleTypesBuild(output, List.of(), new ApiOnly()).run().problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("PEEK-2716 tuple 'Entry' cannot travel: it cannot be looked into"
                        + " (java.lang.NoClassDefFoundError: ")
                .endsWith("Use types of the plugin itself, of the JDK and of the API of a required plugin only.");
    }

    /** Dependencies of a project that forgot the other plugins. */
    private static final class ApiOnly extends ClassLoader {
        ApiOnly() {
            super(TupleTypesBuildTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.acme.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    private static TupleTypes build(String plugin, Provider... providers) {
        return new TupleTypesBuild(
                        withDescriptor(plugin), List.of(providers), TupleTypesBuildTest.class.getClassLoader())
                .run();
    }

    private static SortedMap<String, byte[]> withDescriptor(String plugin) {
        return Fixtures.source(plugin, Fixtures.output("org/acme/" + plugin), List.of())
                .output();
    }

    private static Provider provider(String plugin, SortedMap<String, byte[]> types) {
        byte[] descriptor = utf8("{\"id\": \"" + plugin + "\"}");
        return new Provider(
                Json.read(descriptor, PluginDescriptor.class), Fixtures.classes("org/acme/" + plugin), types);
    }

    private static String text(TupleTypes types, String file) {
        return new String(types.files().get(file), StandardCharsets.UTF_8);
    }

    private static SortedMap<String, String> texts(Map<String, byte[]> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((name, content) -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }
}
