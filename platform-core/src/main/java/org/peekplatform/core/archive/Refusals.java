package org.peekplatform.core.archive;

import org.peekplatform.core.problem.Problem;
import org.peekplatform.core.problem.Quoted;

/** The reasons against an archive, each with its code and its cure. */
enum Refusals {
    TOO_BIG("PEEK-2201", "Make the archive smaller, or raise the limit."),
    OTHER_BYTES("PEEK-2202", "Upload the archive again."),
    BROKEN("PEEK-2203", "Build the archive again."),
    ZIP64("PEEK-2204", "Write the archive without zip64."),
    TOO_MANY("PEEK-2205", "Put fewer files into the archive, or raise the limit."),
    NAME("PEEK-2206", "Rename the entry."),
    DUPLICATE("PEEK-2207", "Keep one of the entries."),
    LINK("PEEK-2208", "Put the file itself into the archive."),
    METHOD("PEEK-2209", "Store or deflate the entry, without a password."),
    DISAGREES("PEEK-2210", "Build the archive again with an ordinary tool."),
    LAYOUT("PEEK-2211", "Build the archive again with an ordinary tool."),
    UNPACKED_SIZE("PEEK-2212", "Make the content smaller, or raise the limit."),
    RATIO("PEEK-2213", "Leave out files that are mostly empty."),
    CONTENT("PEEK-2214", "Build the archive again."),
    DEPTH("PEEK-2215", "Do not nest archives deeper than jars in a war in an ear."),
    NO_DESCRIPTOR("PEEK-2216", "Package the plugin with the Maven plugin."),
    XML("PEEK-2217", "Write the file as plain well-formed XML without DOCTYPE."),
    FORBIDDEN_FILE("PEEK-2218", "Remove the file: the platform generates what WildFly needs."),
    MANIFEST("PEEK-2219", "Remove the line: declare requirements in plugin.json."),
    PERSISTENCE("PEEK-2220", "Use <jta-data-source>java:jboss/datasources/PeekDS</jta-data-source> and migrations."),
    FILES("PEEK-2221", "Package the plugin with the Maven plugin and do not change the archive afterwards."),
    GENERATED("PEEK-2222", "Package the plugin with the Maven plugin of this platform version."),
    EAR_CONTENT("PEEK-2223", "Package the plugin with the Maven plugin."),
    CLASS_MISSING("PEEK-2224", "Correct the class name, or put the class into the package for that service."),
    CLASS_VERSION("PEEK-2225", "Compile for Java 17."),
    MIGRATIONS("PEEK-2226", "Package the plugin with the Maven plugin.");

    private final String code;
    private final String cure;

    Refusals(String code, String cure) {
        this.code = code;
        this.cure = cure;
    }

    /** About the archive, or an archive in it, as a whole. */
    Problem archive(String where, String what) {
        return new Problem(
                code,
                "archive " + (where.isEmpty() ? "" : Quoted.of(where) + " ") + "refused: " + what
                        + ". Nothing was changed. " + cure);
    }

    /** About one entry. */
    Problem entry(String where, String name, String what) {
        return new Problem(
                code,
                "archive refused: entry " + Quoted.of(where.isEmpty() ? name : where + "!/" + name) + " " + what
                        + ". Nothing was changed. " + cure);
    }
}
