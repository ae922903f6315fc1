package org.peekplatform.maven.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 in hex. */
public final class Digest {
    private Digest() {}

    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static SortedMap<String, String> ofAll(Map<String, byte[]> entries) {
        SortedMap<String, String> digests = new TreeMap<>();
        entries.forEach((name, content) -> digests.put(name, of(content)));
        return digests;
    }
}
