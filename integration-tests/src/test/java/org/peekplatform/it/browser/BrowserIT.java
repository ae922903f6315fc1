package org.peekplatform.it.browser;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.it.platform.BrowserTests;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Untouched;

/** From the first sign-in to noop's own page, then stopping and uninstalling, as an administrator clicks it. */
@ExtendWith(Untouched.class)
class BrowserIT {
    @TempDir
    Path results;

    @Test
    void dropsNoopOnThePageAndSeesItRunEverywhere(Platform platform) throws Exception {
        BrowserTests.run(
                "test",
                results,
                Map.of(
                        "PEEK_URL", platform.server().toString(),
                        "PEEK_ADMIN_PASSWORD_FILE",
                                platform.oneTimePasswordFile().toString(),
                        "PEEK_NOOP_ZIP",
                                Path.of(System.getProperty("peek.noop"))
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString()));
    }
}
