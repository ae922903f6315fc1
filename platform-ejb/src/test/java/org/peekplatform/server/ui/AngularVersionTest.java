package org.peekplatform.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AngularVersionTest {
    private static final String PLATFORM = "21.2.24";

    @ParameterizedTest
    @ValueSource(strings = {"21.2.24", "21.2.99", "21.2.0-next.1", "21.0.0"})
    void takesTheSameMajorUpToItsOwnMinor(String built) {
        assertThat(AngularVersion.refusal(built, PLATFORM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20.3.33", "22.0.0", "21.3.0", "21", "", "latest", "21.2.x", "21.2.24\n"})
    void refusesWhatItMayNotBeAbleToRun(String built) {
        assertThat(AngularVersion.refusal(built, PLATFORM)).isPresent();
    }

    @Test
    void saysBothVersionsAndTheCure() {
        assertThat(AngularVersion.refusal("20.3.33", PLATFORM))
                .hasValue("built with Angular 20.3.33, the platform runs"
                        + " 21.2.24; rebuild the plugin with the platform's own SDK");
    }
}
