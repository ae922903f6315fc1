package org.peekplatform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.core.live.serve.DeviceLimits;
import org.peekplatform.core.live.serve.TupleBuffer;

class LiveSettingsTest {
    private static final long HEAP = 400L * 1024 * 1024;

    private static LiveSettings of(Map<String, String> properties) {
        return LiveSettings.of(properties::get, HEAP);
    }

    @Test
    void areGenerousWhenNothingIsSet() {
        LiveSettings settings = of(Map.of());

        assertThat(settings.devices()).isEqualTo(DeviceLimits.generous());
        assertThat(settings.buffer()).isEqualTo(new TupleBuffer.Limits(200_000, HEAP / 4, Duration.ofSeconds(30)));
    }

    @Test
    void takeWhatTheOperatorSets() {
        LiveSettings settings = of(Map.of(
                "peek.live.connections-per-user", "1",
                "peek.live.connections-per-address", "2",
                "peek.live.selectors-per-connection", "3",
                "peek.live.messages-per-second", "4",
                "peek.live.stuck-seconds", "5",
                "peek.live.buffer-selectors", "6",
                "peek.live.buffer-megabytes", "4096",
                "peek.live.buffer-grace-seconds", "8"));

        assertThat(settings.devices().connectionsPerUser()).isEqualTo(1);
        assertThat(settings.devices().connectionsPerAddress()).isEqualTo(2);
        assertThat(settings.devices().selectors()).isEqualTo(3);
        assertThat(settings.devices().messagesPerSecond()).isEqualTo(4);
        assertThat(settings.devices().stuck()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.buffer())
                .isEqualTo(new TupleBuffer.Limits(6, 4L * 1024 * 1024 * 1024, Duration.ofSeconds(8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "many", "1.5", "1e3", " 1", "99999999999"})
    void nameThePropertyThatIsNoNumber(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of("peek.live.buffer-megabytes", value)))
                .withMessageContaining("PEEK-4249 system property peek.live.buffer-megabytes is '" + value + "'")
                .withMessageContaining("does not start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of("peek.live.connections-per-user", value)))
                .withMessageContaining("peek.live.connections-per-user");
    }
}
