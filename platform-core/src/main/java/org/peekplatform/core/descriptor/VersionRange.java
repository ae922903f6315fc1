package org.peekplatform.core.descriptor;

import java.util.Optional;
import java.util.regex.Pattern;
import org.semver4j.SemverException;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

/**
 * Versions that will do, in npm's notation: {@code >=2.0 <3}, {@code ^1.4}, {@code ~1.4.2}, {@code 1.x || >=3}. A
 * pre-release counts like its version, {@code 0.1.0-SNAPSHOT} is in {@code >=0.1 <1} and {@code 3.0.0-beta} not in
 * {@code <3}, unless the range itself names one, such as {@code >=2.0.0-beta.2}.
 */
public final class VersionRange {
    private static final int MAX_LENGTH = 128;
    private static final String PARTIAL = "[vV]?[0-9xX*]+(\\.[0-9xX*]+){0,2}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?";
    private static final String COMPARATOR = "(>=|<=|>|<|=|\\^|~)?\\s*" + PARTIAL;
    private static final String AND =
            "(" + COMPARATOR + "(\\s+" + COMPARATOR + ")*|" + PARTIAL + "\\s+-\\s+" + PARTIAL + ")";
    private static final Pattern NAMED_PRE_RELEASE = Pattern.compile("[0-9]-[0-9A-Za-z]");
    private static final Pattern SYNTAX = Pattern.compile(AND + "(\\s*\\|\\|\\s*" + AND + ")*");

    private final String text;
    private final RangeList ranges;

    private VersionRange(String text, RangeList ranges) {
        this.text = text;
        this.ranges = ranges;
    }

    /** Empty when the text is no range of at most 128 characters. */
    public static Optional<VersionRange> parse(String text) {
        if (text.length() > MAX_LENGTH || !SYNTAX.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VersionRange(text, RangeListFactory.create(text, true)));
        } catch (SemverException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws IllegalArgumentException when the text is no range
     */
    public static VersionRange of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no version range"));
    }

    public boolean includes(SemanticVersion version) {
        boolean namesPreRelease = NAMED_PRE_RELEASE.matcher(text).find();
        return ranges.isSatisfiedBy(
                namesPreRelease ? version.semver() : version.semver().withClearedPreReleaseAndBuild());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionRange that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
