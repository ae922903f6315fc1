package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy();

    @Test
    void takesTwelveCharactersOfAnyKind() {
        assertThat(policy.complaints("ann", "old", "twelve chars")).isEmpty();
        assertThat(policy.complaints("ann", "old", "🌻🌻🌻🌻🌻🌻🌻🌻🌻🌻🌻🌻")).isEmpty();
    }

    @Test
    void countsCharactersNotCodeUnits() {
        assertThat(policy.complaints("ann", "old", "🌻🌻🌻🌻🌻🌻🌻"))
                .containsExactly("The new password must have 12 to 1024 characters, it has 7.");
    }

    @Test
    void refusesWhatIsTooLongToBeTyped() {
        assertThat(policy.complaints("ann", "old", "x".repeat(1025))).hasSize(1);
    }

    @Test
    void refusesTheNameInAnyCase() {
        assertThat(policy.complaints("administrator", "old", "Administrator "))
                .containsExactly("The new password must not be the name of the account.");
    }

    @Test
    void refusesTheOldOne() {
        assertThat(policy.complaints("ann", "correct horse", "correct horse"))
                .containsExactly("The new password must not be the old one.");
    }
}
