package org.peekplatform.runtime.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.Service;
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

    @Test
    void anInstanceInTheMiddleOfAStepStillReportsAtEveryBeat(@TempDir Path home) throws InterruptedException {
        released.countDown();
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch stepEnds = new CountDownLatch(1);
        CountDownLatch reports = new CountDownLatch(1);
        start(home, new Centre() {
            @Override
            public long report(InstanceReport report) {
                reports.countDown();
                return 0;
            }

            @Override
            public WantedSet wanted() {
                inStep.countDown();
                try {
                    stepEnds.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new WantedSet(0, List.of());
            }

            @Override
            public void fetch(String sha256, Path target) {
                throw new IllegalStateException("no plugin is wanted");
            }
        });
        assertThat(inStep.await(30, TimeUnit.SECONDS)).isTrue();
        scheduler.beat();

        assertThat(reports.await(30, TimeUnit.SECONDS)).isTrue();
        stepEnds.countDown();
    }

    @Test
    void anInstanceWhoseReleaseIsRefusedGoesOnReportingWithEachBeatAndNotFaster(@TempDir Path home)
            throws InterruptedException {
        CountDownLatch secondReport = new CountDownLatch(2);
        AtomicInteger looks = new AtomicInteger();
        start(home, new Centre() {
            @Override
            public long report(InstanceReport report) {
                reported.countDown();
                secondReport.countDown();
                return 7;
            }

            @Override
            public WantedSet wanted() {
                looks.incrementAndGet();
                throw new VersionRefusedException("instance 'agent1' runs another platform");
            }

            @Override
            public void fetch(String sha256, Path target) {
                throw new IllegalStateException("it is given nothing");
            }
        });
        assertThat(reported.await(30, TimeUnit.SECONDS)).isTrue();
        int beats = 1;
        while (!secondReport.await(50, TimeUnit.MILLISECONDS)) {
            scheduler.beat();
            beats++;
        }

        assertThat(looks.get()).isLessThanOrEqualTo(beats);
    }

    @Test
    void aFileSaysThatTheServerHasTakenItsFirstReportAsLongAsTheInstanceIsThere(@TempDir Path home) throws Exception {
        Path joined = Files.writeString(home.resolve("joined"), "left by a killed one");
        start(home, 1);
        assertThat(reported.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(joined).doesNotExist();

        released.countDown();

        assertThat(lookedTwice.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(joined).hasContent("agent1");
        loop.close();
        assertThat(joined).doesNotExist();
    }

    /** @param ahead by how much the first answer's revision is ahead of the wanted set that was given before */
    private void start(Path home, long ahead) {
        start(home, new SlowCentre(ahead));
    }

    private void start(Path home, Centre centre) {
        NodeSettings settings = new NodeSettings(Service.AGENT, "agent1", "0.1.0", home, 9990, Optional.empty());
        loop = new SyncLoop(
                settings,
                centre,
                new FakeWildFly(),
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

    /** The first beat of a loop is its last, but for those that a test gives. */
    private static final class OneBeat extends ScheduledThreadPoolExecutor {
        private Runnable beat = () -> {};

        OneBeat() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable beat, long initial, long delay, TimeUnit unit) {
            this.beat = beat;
            return schedule(beat, initial, unit);
        }

        void beat() {
            beat.run();
        }
    }
}
