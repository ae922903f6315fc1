package org.peekplatform.core.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    @ParameterizedTest
    @CsvSource({
        ">=0.1 <1, 0.1.0-SNAPSHOT", ">=0.1.0 <1, 0.1.0-SNAPSHOT", ">=2.0, 2.0.0", ">=2.0 <3, 2.99.1", "^1.4, 1.4.0",
                "^1.4, 1.9.0",
        "~1.4.2, 1.4.9", "1.x || >=3, 3.1.0", "1.2.3, 1.2.3", "*, 0.0.1", "1.0 - 2.0, 1.5.0",
                ">=2.0.0-beta.2, 2.0.0-beta.3",
        ">= 2.0 < 3, 2.1.0", "=2.0.0-SNAPSHOT, 2.0.0-SNAPSHOT", ">=1, 1.0.0+build.5"
    })
    void includes(String range, String version) {
        assertThat(VersionRange.of(range).includes(SemanticVersion.of(version))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ">=2.0, 1.9.3",
        ">=2.0 <3, 3.0.0",
        "<3, 3.0.0-beta",
        "<3.0.0, 3.0.0-beta",
        "^1.4, 2.0.0",
        "~1.4.2, 1.5.0",
        "1.2.3, 1.2.4",
        ">=0.1 <1, 1.0.0-SNAPSHOT",
        ">=2.0.0-beta.2, 2.0.0-beta.1"
    })
    void excludes(String range, String version) {
        assertThat(VersionRange.of(range).includes(SemanticVersion.of(version))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "latest", "[1.0,2.0)", ">=", ">=a", "1.2.3.4", ">=1 &", "1 ||", "<script>", "${x}"})
    void isNoRange(String text) {
        assertThat(VersionRange.parse(text)).isEmpty();
    }

    @Test
    void isNoRangeWhenItIsTooLong() {
        assertThat(VersionRange.parse(">=1".repeat(50))).isEmpty();
        assertThat(VersionRange.parse("1 || ".repeat(100) + "1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "v1.0.0",
                "01.0.0",
                "1.0.0-",
                "1.0.0 ",
                "1.0.0/../x",
                "1.0.0\n",
                "99999999999.0.0"
            })
    void isNoVersion(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    @Test
    void versionsHaveTheOrderOfSemver() {
        List<String> order = List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2.0",
                "1.10.0",
                "2.0.0");

        assertThat(Stream.of(
                                "2.0.0",
                                "1.10.0",
                                "1.0.0",
                                "1.0.0-beta.11",
                                "1.0.0-rc.1",
                                "1.2.0",
                                "1.0.0-alpha.1",
                                "1.0.1",
                                "1.0.0-beta.2",
                                "1.0.0-alpha")
                        .map(SemanticVersion::of)
                        .sorted()
                        .map(SemanticVersion::toString))
                .containsExactlyElementsOf(order);
        assertThat(SemanticVersion.of("1.0.0-SNAPSHOT").isPreRelease()).isTrue();
        assertThat(SemanticVersion.of("1.0.0").isPreRelease()).isFalse();
    }
}
