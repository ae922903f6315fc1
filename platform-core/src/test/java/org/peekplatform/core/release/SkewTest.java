package org.peekplatform.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkewTest {
    @ParameterizedTest
    @CsvSource({
        "0.1.0, 0.1.0-SNAPSHOT, true",
        "0.1.0, 0.1.9, true",
        "0.2.0, 0.1.0, false",
        "0.1.0, 0.2.0, false",
        "1.4.0, 1.4.7, true",
        "1.4.0, 1.3.0, true",
        "1.4.0, 1.2.0, false",
        "1.4.0, 1.5.0, false",
        "2.0.0, 1.9.0, false",
        "1.4.0, of unknown version, false"
    })
    void aNodeIsAtMostOneMinorVersionBehindAndNeverAhead(String server, String node, boolean fits) {
        assertThat(Skew.refusal(server, "agent7", node).isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"0.2.0, 0.1.0"})
    void theRefusalSaysWhoWhichAndWhatToDo(String server, String node) {
        assertThat(Skew.refusal(server, "agent7", node).orElseThrow())
                .contains("'agent7'", "platform 0.1.0", "the server 0.2.0", "no plugins", "Deploy");
    }
}
