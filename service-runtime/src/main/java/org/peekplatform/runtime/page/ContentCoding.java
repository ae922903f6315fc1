package org.peekplatform.runtime.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which form a file lies beside itself, compressed at build time, never here. */
enum ContentCoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    IDENTITY("", "");

    private final String token;
    private final String suffix;

    ContentCoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    String token() {
        return token;
    }

    String suffix() {
        return suffix;
    }

    /** What the client takes, smallest first; the plain form is always last. */
    static List<ContentCoding> accepted(String acceptEncoding) {
        Map<String, Boolean> wanted = Stream.of(
                        acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                .map(part -> part.strip().split("\\s*;\\s*q=", 2))
                .collect(Collectors.toMap(part -> part[0], ContentCoding::isWanted, Boolean::logicalAnd));
        return Stream.of(values())
                .filter(coding -> coding == IDENTITY || wanted.getOrDefault(coding.token, false))
                .toList();
    }

    /** Weight 0 means: not at all. */
    private static boolean isWanted(String[] part) {
        return part.length == 1 || !part[1].matches("0(\\.0*)?");
    }
}
