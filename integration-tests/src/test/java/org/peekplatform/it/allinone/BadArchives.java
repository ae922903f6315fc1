package org.peekplatform.it.allinone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.EarLayout;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Part;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.core.kit.RawZip;
import org.peekplatform.core.kit.Zips;

/**
 * Archives that must be refused: hostile zips, false descriptors, code that may not be deployed, plans that do not
 * work out. Installed are {@link #PROVIDER}, {@link #CIRCLE} and {@link #CONSUMER}.
 */
final class BadArchives {
    static final PluginArchiveBuilder PROVIDER = named("provider").publishing();
    static final PluginArchiveBuilder CONSUMER = named("consumer").consuming("provider", ">=1");
    static final PluginArchiveBuilder CIRCLE = named("circle").requiresIfThere("other-half", ">=1", Service.SERVER);

    private static final int MB = 1024 * 1024;

    private BadArchives() {}

    /**
     * @param code of the problem document
     * @param text that its detail contains
     */
    record Bad(String name, byte[] bytes, String code, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Bad> all() {
        List<Bad> all = new ArrayList<>(zips());
        all.addAll(descriptors());
        all.addAll(code());
        all.addAll(plans());
        return all;
    }

    private static List<Bad> zips() {
        byte[] good = named("bad").build().bytes();
        return List.of(
                new Bad("an empty body", new byte[0], "PEEK-2203", "archive refused"),
                new Bad("text instead of a zip", "this is no zip".getBytes(UTF_8), "PEEK-2203", "archive refused"),
                new Bad("a truncated zip", Arrays.copyOf(good, good.length / 2), "PEEK-2203", "archive refused"),
                new Bad(
                        "a zip behind a script",
                        new RawZip().prefix("#!/bin/sh\n".getBytes(UTF_8)).bytes(),
                        "PEEK-2211",
                        "archive refused"),
                zip("zip slip", "ui/../../../evil.txt", "PEEK-2206", "'ui/../../../evil.txt'"),
                zip("an absolute name", "/etc/cron.d/evil", "PEEK-2206", "'/etc/cron.d/evil'"),
                zip("a backslash", "ui\\..\\evil.txt", "PEEK-2206", "evil.txt'"),
                new Bad("a symbolic link", link(), "PEEK-2208", "entry 'ui/link' is a link, a device"),
                new Bad("the same name twice", twice(), "PEEK-2207", "'ui/twice'"),
                new Bad(
                        "a bomb",
                        Zips.write(Map.of("ui/zeros", new byte[3 * MB])),
                        "PEEK-2213",
                        "'ui/zeros' unpacks from"),
                new Bad(
                        "a bomb in a jar in an EAR",
                        named("bad")
                                .inEar(Service.SERVER, "lib/x.jar", Zips.write(Map.of("zeros", new byte[3 * MB])))
                                .build()
                                .bytes(),
                        "PEEK-2213",
                        "lib/x.jar!/zeros'"),
                new Bad("entries that share their bytes", shared(), "PEEK-2211", "overlaps"),
                new Bad("too many entries", many(), "PEEK-2205", "at most 20000 are allowed"),
                new Bad("archives nested too deep", nested(), "PEEK-2215", "is nested 4 deep"));
    }

    private static Bad zip(String name, String entry, String code, String text) {
        RawZip zip = new RawZip();
        zip.add(entry, new byte[1]);
        return new Bad(name, zip.bytes(), code, text);
    }

    private static byte[] link() {
        RawZip zip = new RawZip();
        zip.add("ui/link", "/etc/passwd".getBytes(UTF_8)).mode = 0xA1FF;
        return zip.bytes();
    }

    private static byte[] twice() {
        RawZip zip = new RawZip();
        zip.add("ui/twice", new byte[1]);
        zip.add("ui/twice", new byte[2]);
        return zip.bytes();
    }

    private static byte[] shared() {
        RawZip zip = new RawZip();
        zip.add("ui/a", new byte[900 * 1024]);
        for (int i = 0; i < 10; i++) {
            zip.add("ui/a" + i, new byte[900 * 1024]).sharesHeaderOf = 0;
        }
        return zip.bytes();
    }

    private static byte[] many() {
        RawZip zip = new RawZip();
        for (int i = 0; i < 20_001; i++) {
            zip.add("ui/" + i, new byte[0]);
        }
        return zip.bytes();
    }

    private static byte[] nested() {
        byte[] nested = Zips.write(Map.of("x", new byte[1]));
        for (int i = 0; i < 4; i++) {
            nested = Zips.write(Map.of("deeper.jar", nested));
        }
        return named("bad").inEar(Service.SERVER, "lib/x.jar", nested).build().bytes();
    }

    private static List<Bad> descriptors() {
        byte[] good = named("bad").file("ui/a.js", new byte[] {1}).build().bytes();
        return List.of(
                new Bad(
                        "no descriptor",
                        Zips.write(Map.of("ui/a.js", new byte[1])),
                        "PEEK-2216",
                        "it has no plugin.json"),
                new Bad(
                        "a descriptor that is no JSON",
                        edited(good, "plugin.json", json -> "{"),
                        "PEEK-2002",
                        "plugin.json"),
                new Bad(
                        "an unknown field",
                        edited(good, "plugin.json", json -> json.replaceFirst("\\{", "{\"sudo\":true,")),
                        "PEEK-2003",
                        "sudo"),
                new Bad(
                        "an unknown service",
                        edited(good, "plugin.json", json -> json.replace("\"server\":{", "\"kernel\":{")),
                        "PEEK-2009",
                        "kernel"),
                lying(
                        "a wrong id",
                        json -> json.replace("\"id\":\"bad\"", "\"id\":\"../evil\""),
                        "PEEK-2006",
                        "'../evil'"),
                lying("a wrong version", json -> json.replace("\"1.0.0\"", "\"latest\""), "PEEK-2007", "'latest'"),
                bad("a wrong range", named("bad").platform("whenever"), "PEEK-2008", "'whenever'"),
                bad(
                        "a file that is not listed",
                        named("bad").unlisted("ui/extra.js", new byte[1]),
                        "PEEK-2221",
                        "'ui/extra.js' is not listed in plugin.json"),
                new Bad("a listed file that is missing", edited(good, "ui/a.js", bytes -> ""), "PEEK-2221", "ui/a.js"),
                new Bad(
                        "a file that was edited",
                        edited(good, "ui/a.js", bytes -> "alert(1)"),
                        "PEEK-2221",
                        "entry 'ui/a.js' has other bytes than plugin.json says"),
                bad(
                        "a worker that publishes an API",
                        named("bad")
                                .everywhere()
                                .lying(d -> withPart(
                                        d,
                                        Service.WORKER,
                                        new Part(
                                                d.services().get(Service.WORKER).hook(),
                                                List.of("peekplugins.bad.server.Greeter"),
                                                List.of(),
                                                false))),
                        "PEEK-2011",
                        "nothing is published on the worker"));
    }

    private static Bad lying(String name, UnaryOperator<String> edit, String code, String text) {
        return new Bad(name, edited(named("bad").build().bytes(), "plugin.json", edit), code, text);
    }

    private static Bad bad(String name, PluginArchiveBuilder archive, String code, String text) {
        return new Bad(name, archive.build().bytes(), code, text);
    }

    /** The archive with one entry changed; without it when nothing is left of it. */
    private static byte[] edited(byte[] zip, String entry, UnaryOperator<String> edit) {
        Map<String, byte[]> entries = new LinkedHashMap<>(Zips.read(zip));
        String text = edit.apply(new String(entries.get(entry), UTF_8));
        if (text.isEmpty()) {
            entries.remove(entry);
        } else {
            entries.put(entry, text.getBytes(UTF_8));
        }
        return Zips.write(entries);
    }

    private static PluginDescriptor withPart(PluginDescriptor d, Service service, Part part) {
        Map<Service, Part> parts = new LinkedHashMap<>(d.services());
        parts.put(service, part);
        return new PluginDescriptor(
                d.id(),
                d.version(),
                d.title(),
                d.description(),
                d.vendor(),
                d.platform(),
                d.requires(),
                parts,
                d.api(),
                d.uses(),
                d.migrations(),
                d.files(),
                d.builtWith());
    }

    private static List<Bad> code() {
        return List.of(
                bad(
                        "a hook class that is not there",
                        named("bad")
                                .lying(d -> withPart(
                                        d,
                                        Service.SERVER,
                                        new Part(
                                                "com.example.Gone",
                                                List.of(),
                                                d.services().get(Service.SERVER).excludes(),
                                                false))),
                        "PEEK-2224",
                        "the hook 'com.example.Gone' of plugin.json is not in its EJB jar"),
                inJar(
                        "an external entity",
                        "META-INF/persistence.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><persistence>&e;</persistence>",
                        "PEEK-2217",
                        "persistence.xml"),
                inJar(
                        "a database of its own",
                        "META-INF/persistence.xml",
                        "<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='3.0'>"
                                + "<persistence-unit name='x'><jta-data-source>java:jboss/datasources/ExampleDS"
                                + "</jta-data-source></persistence-unit></persistence>",
                        "PEEK-2220",
                        "persistence.xml"),
                inJar(
                        "a descriptor for WildFly",
                        "META-INF/jboss-ejb3.xml",
                        "<x/>",
                        "PEEK-2218",
                        "META-INF/jboss-ejb3.xml"),
                inJar(
                        "a manifest that links code",
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nDependencies: org.jboss.as.controller-client\n",
                        "PEEK-2219",
                        "'Dependencies'"),
                bad(
                        "another deployment structure",
                        named("bad").inEar(Service.SERVER, EarLayout.STRUCTURE, "<x/>".getBytes(UTF_8)),
                        "PEEK-2222",
                        "is not what the descriptor gives"),
                bad(
                        "classes for a later Java",
                        named("bad").inJar(Service.SERVER, "a/B.class", new byte[] {
                            (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65
                        }),
                        "PEEK-2225",
                        "class file version 65"),
                bad(
                        "a script that is not listed",
                        named("bad").file("db/migration/V9__hidden.sql", new byte[] {1}),
                        "PEEK-2226",
                        "'db/migration/V9__hidden.sql' is not among the migrations"));
    }

    private static Bad inJar(String name, String entry, String content, String code, String text) {
        return bad(name, named("bad").inJar(Service.SERVER, entry, content.getBytes(UTF_8)), code, text);
    }

    private static List<Bad> plans() {
        return List.of(
                bad("another platform", named("bad").platform(">=9"), "PEEK-2101", "needs the platform >=9"),
                bad(
                        "a missing requirement",
                        named("bad").requires("nobody", ">=1"),
                        "PEEK-2102",
                        "needs 'nobody' >=1, which is not installed"),
                bad(
                        "a requirement that is too old",
                        named("bad").requires("provider", ">=2"),
                        "PEEK-2104",
                        "needs 'provider' >=2, installed is 1.0.0. Nothing was changed. Upload"),
                bad(
                        "an update that dependents cannot use",
                        named("provider").version("1.1.0"),
                        "PEEK-2108",
                        "'consumer' 1.0.0 uses what it does not have"),
                bad(
                        "a member that the provider does not have",
                        named("bad").consuming("provider", ">=1").lying(BadArchives::usingMore),
                        "PEEK-2107",
                        "Greeter#vanish()V"),
                bad("a circle", named("other-half").requires("circle", ">=1"), "PEEK-2106", "in a circle: "),
                bad(
                        "other bytes for the same version",
                        named("provider").publishing().inJar(Service.SERVER, "note.txt", new byte[1]),
                        "PEEK-2110",
                        "the same version is installed with other bytes"));
    }

    private static PluginDescriptor usingMore(PluginDescriptor d) {
        return new PluginDescriptor(
                d.id(),
                d.version(),
                d.title(),
                d.description(),
                d.vendor(),
                d.platform(),
                d.requires(),
                d.services(),
                d.api(),
                Map.of("provider", List.of("peekplugins/provider/server/Greeter#vanish()V")),
                d.migrations(),
                d.files(),
                d.builtWith());
    }
}
