package org.peekplatform.server.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Digests of files, in the two forms that are used for pages. */
final class ContentDigest {
    private ContentDigest() {}

    /** As descriptors have it: SHA-256 in hex. */
    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(digest(in, "SHA-256"));
        }
    }

    /** As browsers want it: {@code sha384-} and base64. */
    static String integrity(InputStream in) throws IOException {
        return "sha384-" + Base64.getEncoder().encodeToString(digest(in, "SHA-384"));
    }

    /** SHA-256 in hex of a text, cut to what identifies a revision. */
    static String revision(byte[] content) {
        return HexFormat.of().formatHex(algorithm("SHA-256").digest(content)).substring(0, 20);
    }

    private static byte[] digest(InputStream in, String name) throws IOException {
        DigestInputStream digesting = new DigestInputStream(in, algorithm(name));
        digesting.transferTo(OutputStream.nullOutputStream());
        return digesting.getMessageDigest().digest();
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}
