package org.peekplatform.core.descriptor;

import java.util.regex.Pattern;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Quoted;

/** The form of a digest in a descriptor. */
final class Digests {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Digests() {}

    static void check(String field, String file, String digest, Findings findings) {
        if (!SHA256.matcher(digest).matches()) {
            findings.add(
                    "PEEK-2016",
                    "plugin.json: " + field + " gives " + Quoted.of(file) + " the digest "
                            + Quoted.of(digest) + ", must be SHA-256 as 64 characters 0-9a-f. Nothing was changed. "
                            + "Package the plugin with the Maven plugin.");
        }
    }
}
