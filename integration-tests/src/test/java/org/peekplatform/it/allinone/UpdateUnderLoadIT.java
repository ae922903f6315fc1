package org.peekplatform.it.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.Load;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;

/** A plugin gets a new version while users work with another one. */
@ExtendWith(AllInOne.class)
class UpdateUnderLoadIT {
    private static final int ENOUGH = 200;

    private final Platform platform;
    private final Plugins plugins;

    UpdateUnderLoadIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    @BeforeEach
    void startWithoutPlugins() {
        plugins.removeAll();
    }

    @Test
    void nobodyElseNoticesThatAPluginIsReplaced() {
        plugins.install(named("steady").webOn(Service.SERVER));
        plugins.install(leaf("1.0.0"));
        RestClient browser = platform.session();

        try (Load load = new Load(4, platform::session, "/server/steady/title")) {
            Await.until("there is load", Plugins.PATIENCE, load::answers, n -> n > ENOUGH);
            plugins.install(leaf("1.1.0"));
            plugins.awaitPlugin("leaf").running("1.1.0", EVERYWHERE);
            assertThat(browser.get("/server/leaf/title").expecting(200).text()).isEqualTo("leaf 1.1.0");
            plugins.install(leaf("1.0.0"));
            plugins.awaitPlugin("leaf").running("1.0.0", EVERYWHERE);
            long before = load.answers();
            Await.until("there is load afterwards", Plugins.PATIENCE, load::answers, n -> n > before + ENOUGH);

            assertThat(load.failures()).isEmpty();
        }
    }

    private static PluginArchiveBuilder leaf(String version) {
        return named("leaf").version(version).everywhere().webOn(Service.SERVER);
    }

    @Test
    void dependentsComeBackAndFindTheNewVersion() {
        plugins.install(named("steady").webOn(Service.SERVER));
        plugins.install(named("provider").publishing());
        plugins.install(named("consumer").consuming("provider", ">=1").webOn(Service.SERVER));

        try (Load load = new Load(4, platform::session, "/server/steady/title")) {
            plugins.install(named("provider").version("1.1.0").publishing());
            assertThat(load.failures()).isEmpty();
        }
        plugins.awaitPlugin("provider").running("1.1.0", "server1");
        plugins.awaitPlugin("consumer").running("1.0.0", "server1");
        assertThat(platform.session()
                        .get("/server/consumer/title")
                        .expecting(200)
                        .text())
                .isEqualTo("consumer 1.0.0");
    }
}
