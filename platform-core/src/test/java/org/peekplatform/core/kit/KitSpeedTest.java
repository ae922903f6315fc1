package org.peekplatform.core.kit;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KitSpeedTest {
    @Test
    void buildsThreeHundredPluginsForFourServicesInSeconds() {
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 300; i++) {
                PluginArchiveBuilder.named("plugin-" + i)
                        .everywhere()
                        .publishing()
                        .consuming("user", "*")
                        .build();
            }
        });
    }
}
