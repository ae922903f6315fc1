package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Pbkdf2Test {
    private final Pbkdf2 pbkdf2 = new Pbkdf2(10);

    @Test
    void matchesItsOwnPasswordOnly() {
        String hash = pbkdf2.hash("pässword");

        assertThat(pbkdf2.matches("pässword", hash)).isTrue();
        assertThat(pbkdf2.matches("password", hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(pbkdf2.hash("same")).isNotEqualTo(pbkdf2.hash("same"));
    }

    @Test
    void writesDownItsParameters() {
        assertThat(new Pbkdf2(Pbkdf2.ROUNDS).hash("x")).startsWith("PBKDF2WithHmacSHA512:210000:");
    }

    @Test
    void checksOldHashesAfterTheParametersGrew() {
        String old = new Pbkdf2(5).hash("password");

        assertThat(pbkdf2.matches("password", old)).isTrue();
    }

    @Test
    void writesAnUnmatchableTextThatCostsAsMuchToCheckAsAHash() {
        String unmatchable = new Pbkdf2(Pbkdf2.ROUNDS).unmatchable();

        assertThat(unmatchable)
                .startsWith("PBKDF2WithHmacSHA512:210000:")
                .hasSameSizeAs(new Pbkdf2(Pbkdf2.ROUNDS).hash("x"));
        assertThat(pbkdf2.matches("", unmatchable)).isFalse();
    }

    /** Known answer: computed with Python's hashlib.pbkdf2_hmac("sha512", b"password", b"salt", 1000, 32). */
    @Test
    void agreesWithAnotherImplementation() {
        String known = "PBKDF2WithHmacSHA512:1000:c2FsdA==:r+bFUweFtsxrHGRTOEcxvV7kMu5Un9QvtmlXea2KHFs=";

        assertThat(pbkdf2.matches("password", known)).isTrue();
    }
}
