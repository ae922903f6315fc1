package org.peekplatform.core.live.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peekplatform.api.live.TupleSelector;

/**
 * A selector of one plugin in the one spelling that serves as its key everywhere.
 *
 * @param text the key
 * @param type plugin and tuple, {@code noop.Reading}
 * @param plugin id of the plugin
 * @param selector as the plugin knows it
 */
public record SelectorKey(String text, String type, String plugin, TupleSelector selector) {
    private static final int LONGEST = 1024;
    private static final Pattern TYPE = Pattern.compile("([a-z][a-z0-9-]{1,39})\\.([A-Za-z][A-Za-z0-9]{0,59})");

    public static SelectorKey of(String plugin, TupleSelector selector) {
        String type = plugin + "." + selector.tuple();
        String keys = selector.keys().entrySet().stream()
                .map(key -> encoded(key.getKey()) + "=" + encoded(key.getValue()))
                .collect(Collectors.joining("&"));
        return new SelectorKey(keys.isEmpty() ? type : type + "?" + keys, type, plugin, selector);
    }

    /** Reads a key that anyone may have written; empty when it is none, or not in its one spelling. */
    public static Optional<SelectorKey> parse(String text) {
        int mark = text.indexOf('?');
        var type = TYPE.matcher(mark < 0 ? text : text.substring(0, mark));
        if (text.length() > LONGEST || !type.matches()) {
            return Optional.empty();
        }
        return keys(mark < 0 ? "" : text.substring(mark + 1))
                .map(keys -> of(type.group(1), new TupleSelector(type.group(2), keys)))
                .filter(key -> key.text().equals(text));
    }

    private static Optional<SortedMap<String, String>> keys(String text) {
        SortedMap<String, String> keys = new TreeMap<>();
        String[] pairs = text.isEmpty() ? new String[0] : text.split("&", -1);
        if (pairs.length > TupleSelector.MOST_KEYS) {
            return Optional.empty();
        }
        for (String pair : pairs) {
            Optional<Map.Entry<String, String>> read = pair(pair);
            if (read.isEmpty() || keys.put(read.get().getKey(), read.get().getValue()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(keys);
    }

    private static Optional<Map.Entry<String, String>> pair(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(Map.entry(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1))));
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }

    /** As {@code encodeURIComponent} of browsers, which leaves five more characters as they are than forms do. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
