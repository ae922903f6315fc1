package org.peekplatform.core.archive;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.peekplatform.core.problem.Findings;

/** Names that mean the same relative path below the archive on every system, and no two that meet on some. */
final class EntryNames {
    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    private final String where;
    private final int maxLength;

    EntryNames(String where, int maxLength) {
        this.where = where;
        this.maxLength = maxLength;
    }

    void check(List<ZipItem> items, Findings findings) {
        Set<String> exact = new HashSet<>();
        Set<String> folded = new HashSet<>();
        for (ZipItem item : items) {
            String name = item.name();
            fault(name).ifPresent(fault -> findings.add(Refusals.NAME.entry(where, name, fault)));
            if (!exact.add(name)) {
                findings.add(Refusals.DUPLICATE.entry(where, name, "comes twice"));
            } else if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                findings.add(Refusals.DUPLICATE.entry(
                        where, name, "differs from another entry in upper and lower case only"));
            }
        }
        items.stream()
                .map(ZipItem::name)
                .filter(name -> isAlsoFile(name, exact))
                .forEach(name ->
                        findings.add(Refusals.DUPLICATE.entry(where, name, "lies below an entry that is a file")));
    }

    private static boolean isAlsoFile(String name, Set<String> names) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (names.contains(name.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("has no name");
        }
        if (name.length() > maxLength) {
            return Optional.of("has a name of more than " + maxLength + " characters");
        }
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return Optional.of(
                    "has a name that is no relative path with '/': it is absolute, or has a backslash or colon");
        }
        if (name.codePoints().anyMatch(EntryNames::isInvisible)) {
            return Optional.of("has a control or invisible character in its name");
        }
        if (ENCODED.matcher(name).find()) {
            return Optional.of("has a percent-encoded character in its name");
        }
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            return Optional.of("has a name that is not in Unicode's composed form NFC");
        }
        return segmentFault(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }

    private static Optional<String> segmentFault(String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("has an empty, '.' or '..' segment in its name, by which it could leave its folder");
            }
            if (segment.endsWith(".") || segment.endsWith(" ") || segment.startsWith(" ")) {
                return Optional.of("has a name with a segment that ends in a dot or has a space at its end");
            }
        }
        return Optional.empty();
    }
}
