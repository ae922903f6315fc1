package org.peekplatform.core.live.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.provide.TupleSource;

class SourcesTest {
    private final ManualThreads threads = new ManualThreads();
    private final List<String> here = new ArrayList<>();
    private final List<String> server = new ArrayList<>();
    private final TupleBook local =
            new TupleBook((update, all) -> here.add(update.key()), threads, threads, new LiveCounters());
    private final Sources sources = new Sources(local, new Upstream() {
        @Override
        public void observe(Collection<String> keys) {
            server.addAll(keys);
        }

        @Override
        public void release(Collection<String> keys) {
            keys.forEach(key -> server.add("-" + key));
        }
    });

    SourcesTest() {
        local.offer("noop.Here", new TupleSource() {
            @Override
            public List<?> load(TupleSelector selector) {
                return List.of();
            }

            @Override
            public boolean allows(User user, TupleSelector selector) {
                return true;
            }
        });
    }

    @Test
    void takesWhatItsOwnPartsMakeFromThemAndTheRestFromTheServer() {
        sources.observe(List.of("noop.Here", "noop.There", "noop.Here?x=1", "no selector"));
        threads.settle();

        assertThat(here).containsExactlyInAnyOrder("noop.Here", "noop.Here?x=1");
        assertThat(server).containsExactly("noop.There");
    }

    @Test
    void doesNotTroubleTheServerForItsOwn() {
        sources.observe(List.of("noop.Here"));
        assertThat(server).isEmpty();
    }

    @Test
    void releasesOnBothSides() {
        sources.observe(List.of("noop.Here", "noop.There"));
        sources.release(List.of("noop.Here", "noop.There"));

        assertThat(local.size()).isZero();
        assertThat(server).contains("-noop.There");
    }
}
