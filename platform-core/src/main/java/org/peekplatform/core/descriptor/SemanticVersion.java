package org.peekplatform.core.descriptor;

import java.util.Objects;
import java.util.Optional;
import org.semver4j.Semver;

/** A version by the rules of semver.org 2.0.0, such as {@code 1.4.0} or {@code 0.1.0-SNAPSHOT}. */
public final class SemanticVersion implements Comparable<SemanticVersion> {
    private static final int MAX_LENGTH = 64;

    private final Semver semver;

    private SemanticVersion(Semver semver) {
        this.semver = semver;
    }

    /** Empty when the text is no semantic version of at most 64 characters. */
    public static Optional<SemanticVersion> parse(String text) {
        return text.length() > MAX_LENGTH || !text.equals(text.strip())
                ? Optional.empty()
                : Optional.ofNullable(Semver.parse(text))
                        .filter(parsed -> parsed.getVersion().equals(text))
                        .map(SemanticVersion::new);
    }

    /**
     * @throws IllegalArgumentException when the text is no semantic version
     */
    public static SemanticVersion of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no semantic version"));
    }

    /** Such as {@code -SNAPSHOT}: the same version may come again with other bytes. */
    public boolean isPreRelease() {
        return !semver.getPreRelease().isEmpty();
    }

    Semver semver() {
        return semver;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return semver.compareTo(other.semver);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SemanticVersion that && semver.getVersion().equals(that.semver.getVersion());
    }

    @Override
    public int hashCode() {
        return Objects.hash(semver.getVersion());
    }

    @Override
    public String toString() {
        return semver.getVersion();
    }
}
