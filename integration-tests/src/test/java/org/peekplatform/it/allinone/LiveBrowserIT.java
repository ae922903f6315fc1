package org.peekplatform.it.allinone;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.BrowserTests;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;

/** Noop's page for devices: notes, refusals, the way over plain HTTP, and a network that is away for a while. */
@ExtendWith(AllInOne.class)
class LiveBrowserIT {
    @TempDir
    Path results;

    @Test
    void liveDataTravelsBetweenBrowserAndServer(Platform platform) throws Exception {
        platform.plugins().removeAll();
        platform.plugins().install(Plugins.built("noop"));

        BrowserTests.run(
                "test:live",
                results,
                Map.of(
                        "PEEK_CLIENT_URL", platform.server().toString(),
                        "PEEK_CLIENT_USER", Platform.ADMIN,
                        "PEEK_CLIENT_PASSWORD", Platform.PASSWORD));
    }
}
