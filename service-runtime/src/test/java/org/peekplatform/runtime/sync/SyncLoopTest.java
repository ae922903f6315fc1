package org.peekplatform.runtime.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.Deployed;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.WantedSet;
import org.peekplatform.runtime.settings.NodeSettings;

class SyncLoopTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final OneBeat scheduler = new OneBeat();
    private final CountDownLatch reported = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch lookedTwice = new CountDownLatch(2);

    private SyncLoop loop;

    @AfterEach
    void stopThreads() throws InterruptedException {
        loop.close();
        scheduler.shutdownNow();
        executor.shutdownNow();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue(); // it writes to the test's folder
    }

    @Test
    void aHintThatArrivesInTheMiddleOfAReportIsFollowedWithoutWaitingForTheNextBeat(@TempDir Path home)
            throws InterruptedException {
        start(home, 0);
        assertThat(reported.await(30, TimeUnit.SECONDS)).isTrue();

        loop.look();
        released.countDown();

        assertThat(lookedTwice.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReportWhoseAnswerTellsANewerRevisionIsFollowedByALook(@TempDir Path home) throws InterruptedException {
        released.countDown();

        start(home, 1);

        assertThat(lookedTwice.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** @param ahead by how much the first answer's revision is ahead of the wanted set that was given before */
    private void start(Path home, long ahead) {
        NodeSettings settings = new NodeSettings(Service.AGENT, "agent1", "0.1.0", home, 9990, Optional.empty());
        Centre centre = new SlowCentre(ahead);
        loop = new SyncLoop(
                settings,
                centre,
                new EmptyWildFly(),
                (plugin, context, owner) -> {
                    throw new IllegalStateException("no plugin is wanted");
                },
                executor,
                scheduler,
                Map::of,
                Clock.systemUTC());
    }

    /** Holds every report until it is released. */
    private final class SlowCentre implements Centre {
        private final long revision;
        private volatile long given;

        SlowCentre(long ahead) {
            revision = ahead;
        }

        @Override
        public long report(InstanceReport report) {
            reported.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return revision;
        }

        @Override
        public WantedSet wanted() {
            lookedTwice.countDown();
            WantedSet wanted = new WantedSet(given, List.of());
            given = revision;
            return wanted;
        }

        @Override
        public void fetch(String sha256, Path target) {
            throw new IllegalStateException("no plugin is wanted");
        }
    }

    private static final class EmptyWildFly implements Deployer {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public Map<String, Deployed> deployments() {
            return Map.of();
        }

        @Override
        public Result put(String name, Path ear, boolean enabled) {
            return new Result.Refused("nothing is wanted");
        }

        @Override
        public Result enable(String name) {
            return new Result.Refused("nothing is wanted");
        }

        @Override
        public Result disable(String name) {
            return new Result.Refused("nothing is wanted");
        }

        @Override
        public Result remove(List<String> names) {
            return new Result.Done();
        }
    }

    /** The first beat of a loop is its last, so that nothing but a hint can make it look again. */
    private static final class OneBeat extends ScheduledThreadPoolExecutor {
        OneBeat() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable beat, long initial, long delay, TimeUnit unit) {
            return schedule(beat, initial, unit);
        }
    }
}
