package org.peekplatform.core.descriptor;

import java.util.Map;
import org.peekplatform.core.descriptor.Shape.Entries;
import org.peekplatform.core.descriptor.Shape.Fields;
import org.peekplatform.core.descriptor.Shape.Flag;
import org.peekplatform.core.descriptor.Shape.Items;
import org.peekplatform.core.descriptor.Shape.Text;

/** The fields of {@code plugin.json}, and how long their texts may be. */
final class DescriptorShape {
    private static final Shape WORD = new Text(128);
    private static final Shape NAME = new Text(300);
    private static final Shape LINE = new Text(2000);
    private static final Shape NAMES = new Items(NAME);

    static final Shape ROOT = new Fields(Map.ofEntries(
            Map.entry("id", WORD),
            Map.entry("version", WORD),
            Map.entry("title", new Text(100)),
            Map.entry("description", LINE),
            Map.entry("vendor", new Text(100)),
            Map.entry("platform", WORD),
            Map.entry("database", WORD),
            Map.entry(
                    "requires",
                    new Items(new Fields(Map.of(
                            "plugin", WORD, "range", WORD, "optional", new Flag(), "services", new Items(WORD))))),
            Map.entry(
                    "services",
                    new Entries(new Fields(
                            Map.of("hook", NAME, "publishes", NAMES, "excludes", NAMES, "web", new Flag())))),
            Map.entry("api", new Fields(Map.of("packages", NAMES, "members", new Items(LINE)))),
            Map.entry("uses", new Entries(new Items(LINE))),
            Map.entry("migrations", new Items(new Fields(Map.of("file", NAME, "sha256", WORD)))),
            Map.entry("files", new Entries(WORD)),
            Map.entry("builtWith", new Fields(Map.of("platform", WORD, "jdk", WORD, "angular", WORD)))));

    private DescriptorShape() {}
}
