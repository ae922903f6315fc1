package org.peekplatform.runtime.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.core.wanted.Applied;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.PartState;
import org.peekplatform.core.wanted.WantedPlugin;
import org.peekplatform.core.wanted.WantedPlugin.WantedPart;
import org.peekplatform.core.wanted.WantedSet;
import org.peekplatform.runtime.hook.HookRunner;
import org.peekplatform.runtime.part.PublishedApis;

class PluginSyncTest {
    private static final String EAR = "noop-agent.ear";

    @TempDir
    Path home;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final FakeWildFly wildfly = new FakeWildFly();
    private final Shelf centre = new Shelf();
    private AppliedBook book;
    private PluginSync sync;

    @BeforeEach
    void start() throws IOException {
        book = new AppliedBook(home.resolve("applied.json"));
        ArchiveStore store = new ArchiveStore(home, centre);
        HookRunner hooks = new HookRunner(
                (plugin, context, owner) -> {
                    throw new IllegalStateException("no part appears");
                },
                new BookDirectory(Service.AGENT, book),
                executor,
                Duration.ofSeconds(1));
        PartInstaller installer = new PartInstaller(
                Service.AGENT, store, wildfly, book, hooks, new PublishedApis(), () -> {}, Clock.systemUTC());
        sync = new PluginSync(Service.AGENT, centre, wildfly, book, store, installer, () -> {});
    }

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    @Test
    void aPartThatWildFlyDoesNotLetGoIsRemovedWithALaterBeat() {
        wildfly.having(EAR).refusing("WFLYCTL0344: somebody else is at it");
        applied("noop");

        assertThat(sync.run()).as("nothing is left to do").isFalse();
        assertThat(sync.run()).as("nothing is left to do").isFalse();
        assertThat(book.applied("noop")).as("it is still reported").isPresent();

        wildfly.willing();

        assertThat(sync.run()).isTrue();
        assertThat(book.applied("noop")).isEmpty();
        assertThat(wildfly.deployments()).isEmpty();
    }

    @Test
    void onePartThatCannotGoDoesNotHoldTheOthers() {
        wildfly.having(EAR);
        applied("noop");
        applied("never-deployed");

        assertThat(sync.run()).isTrue();

        assertThat(book.applied()).isEmpty();
    }

    private void applied(String id) {
        book.keep(new Applied(
                id, "1.0.0", "sha", "ear", 1, Optional.empty(), PartState.RUNNING, Instant.now(), Optional.empty()));
    }

    @Test
    void anArchiveThatDidNotComeIsFetchedWithALaterBeatAndTheReasonIsShownMeanwhile() {
        BuiltArchive archive =
                PluginArchiveBuilder.named("noop").on(Service.AGENT).build();
        centre.wants(archive);

        assertThat(sync.run()).as("nothing is left to do").isFalse();
        assertThat(sync.run()).as("nothing is left to do").isFalse();

        Applied waiting = book.applied("noop").orElseThrow();
        assertThat(waiting.outcome()).isEqualTo(PartState.FETCHING);
        assertThat(waiting.reason()).contains("archive: the shelf is empty. It is fetched again with the next beat");

        centre.has(archive);

        assertThat(sync.run()).isTrue();
        assertThat(book.applied("noop").orElseThrow().outcome()).isEqualTo(PartState.STOPPED);
        assertThat(wildfly.deployments()).containsKey(EAR);
    }

    @Test
    void anArchiveWithOtherBytesThanAskedForIsThrownAwayAndFetchedAgain() {
        BuiltArchive archive =
                PluginArchiveBuilder.named("noop").on(Service.AGENT).build();
        BuiltArchive other =
                PluginArchiveBuilder.named("evil").on(Service.AGENT).build();
        centre.wants(archive);
        centre.has(other);

        assertThat(sync.run()).isFalse();
        assertThat(book.applied("noop").orElseThrow().reason().orElseThrow()).contains("SHA-256 of what arrived");

        centre.has(archive);

        assertThat(sync.run()).isTrue();
    }

    @Test
    void whatFailsWhileWildFlyGoesDownIsNotHeldAgainstThePlugin() {
        BuiltArchive archive =
                PluginArchiveBuilder.named("noop").on(Service.AGENT).build();
        centre.wants(archive);
        centre.has(archive);
        wildfly.refusing("WFLYCTL0158: interrupted");
        wildfly.goingDown();

        assertThatExceptionOfType(StepGivenUpException.class).isThrownBy(sync::run);

        assertThat(book.applied("noop").orElseThrow().outcome()).isEqualTo(PartState.DEPLOYING);
    }

    /** A centre that wants one plugin, stopped, and has its archive or not. */
    private static final class Shelf implements Centre {
        private WantedSet wanted = new WantedSet(1, List.of());
        private Optional<BuiltArchive> archive = Optional.empty();

        void wants(BuiltArchive plugin) {
            String ear = plugin.descriptor().files().get("services/agent.ear");
            wanted = new WantedSet(
                    2,
                    List.of(new WantedPlugin(
                            plugin.descriptor().id(),
                            plugin.descriptor().version(),
                            plugin.sha256(),
                            2,
                            false,
                            Map.of(Service.AGENT, new WantedPart(ear, List.of())),
                            List.of())));
        }

        void has(BuiltArchive there) {
            archive = Optional.of(there);
        }

        @Override
        public long report(InstanceReport report) {
            return wanted.revision();
        }

        @Override
        public WantedSet wanted() {
            return wanted;
        }

        @Override
        public void fetch(String sha256, Path target) throws IOException {
            BuiltArchive there = archive.orElseThrow(() -> new IOException("the shelf is empty"));
            Files.write(target, there.bytes());
        }
    }
}
