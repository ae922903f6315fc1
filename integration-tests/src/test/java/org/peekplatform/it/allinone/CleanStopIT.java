package org.peekplatform.it.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.Answer;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;

/** A server that is stopped or replaced on purpose ends no operation and complains of nothing. */
@ExtendWith(AllInOne.class)
class CleanStopIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final String PROPAGATE = "Bring the plugin to all instances";

    private final Platform platform;
    private final Plugins plugins;

    CleanStopIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    @BeforeEach
    void startWithTheOldVersion() {
        plugins.removeAll();
        plugins.install(swan("1.0.0"));
    }

    private static PluginArchiveBuilder swan(String version) {
        return named("swan").version(version).everywhere();
    }

    @Test
    void anUpdateGoesOnWhenTheServerWasStoppedInTheMiddleOfIt() {
        Answer ordered = updateOnItsWay();

        platform.stop(Service.SERVER);
        platform.start(Service.SERVER);

        plugins.done(ordered);
        plugins.awaitPlugin("swan").running("2.0.0", EVERYWHERE);
    }

    @Test
    void anUpdateGoesOnWhenTheServersEarWasReplacedInTheMiddleOfIt() {
        Answer ordered = updateOnItsWay();

        platform.redeploy(Service.SERVER);

        plugins.done(ordered);
        plugins.awaitPlugin("swan").running("2.0.0", EVERYWHERE);
    }

    @Test
    void aScriptEndsBeforeTheServersEarIsReplaced() {
        Answer ordered = plugins.upload(swan("2.0.0")
                .migration(
                        "V1__slow.sql",
                        "create table counted (n bigint);"
                                + "insert into counted select count(*) from system_range(1, 10000) a, system_range(1, 10000) b;")
                .build()
                .bytes());
        plugins.awaitStep(ordered, "Migrate the schema");

        platform.redeploy(Service.SERVER);

        plugins.done(ordered);
        plugins.awaitPlugin("swan").running("2.0.0", EVERYWHERE);
    }

    @Test
    void aPlatformThatIsStoppedAndStartedWritesNoErrorAndNoWarning() {
        String before = platform.log(Service.SERVER);

        platform.stop(Service.SERVER);
        String stopped = platform.log(Service.SERVER);
        platform.start(Service.SERVER);

        assertThat(complaints(stopped.substring(before.length()))).isEmpty();
        assertThat(platform.connected()).containsExactlyInAnyOrder(EVERYWHERE);
        plugins.awaitPlugin("swan").running("1.0.0", EVERYWHERE);
    }

    private static List<String> complaints(String log) {
        return log.lines()
                .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                .toList();
    }

    private Answer updateOnItsWay() {
        Answer ordered = plugins.upload(
                swan("2.0.0").slowOn(Service.AGENT, LONG_ENOUGH).build().bytes());
        plugins.awaitStep(ordered, PROPAGATE);
        return ordered;
    }
}
