package org.peekplatform.server.web.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the path of a request strictly. Two readers that normalise differently are how gates are walked around
 * (CVE-2023-32315, CVE-2023-27482), so a path that could be read in two ways is not read at all: dot segments, empty
 * segments, path parameters, backslashes, encoded separators, encoded letters, double encoding, control characters.
 */
final class RequestPath {
    private static final int MAX_LENGTH = 2048;
    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9\\-._~!$&'()*+,=:@/]|%[0-9A-Fa-f]{2})*+");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    /** What has no business to be encoded, or changes meaning when somebody decodes it once more. */
    private static final Pattern ODD_WHEN_ENCODED = Pattern.compile("[A-Za-z0-9\\-._~/\\\\;%\\p{Cntrl}\\uFFFD]");

    private RequestPath() {}

    /**
     * @param raw path as it came over the wire, without the query
     * @param container the same path as the container has understood it
     * @return the one meaning of both, or nothing
     */
    static Optional<String> read(String raw, String container) {
        if (raw.length() > MAX_LENGTH
                || !raw.startsWith("/")
                || !PLAIN.matcher(raw).matches()) {
            return Optional.empty();
        }
        return decoded(raw).filter(RequestPath::plainSegments).filter(path -> samePath(path, container));
    }

    /** The container may have added the name of a welcome file, nothing else. */
    private static boolean samePath(String path, String container) {
        return container.equals(path) || path.endsWith("/") && container.startsWith(path);
    }

    private static boolean plainSegments(String path) {
        List<String> segments = List.of(path.substring(1).split("/", -1));
        List<String> named = segments.subList(0, segments.size() - 1);
        return named.stream().noneMatch(String::isEmpty)
                && segments.stream().noneMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private static Optional<String> decoded(String raw) {
        StringBuilder path = new StringBuilder();
        Matcher encoded = ENCODED.matcher(raw);
        while (encoded.find()) {
            Optional<String> text = utf8(encoded.group());
            if (text.isEmpty() || ODD_WHEN_ENCODED.matcher(text.get()).find()) {
                return Optional.empty();
            }
            encoded.appendReplacement(path, Matcher.quoteReplacement(text.get()));
        }
        return Optional.of(encoded.appendTail(path).toString());
    }

    private static Optional<String> utf8(String percentEncoded) {
        byte[] bytes = HexFormat.of().parseHex(percentEncoded.replace("%", ""));
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
