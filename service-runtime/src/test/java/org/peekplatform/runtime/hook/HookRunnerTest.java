package org.peekplatform.runtime.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Service;
import org.peekplatform.api.hook.AgentHook;
import org.peekplatform.api.hook.AgentPlatform;
import org.peekplatform.runtime.part.Part;

class HookRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Map<String, Set<String>> requires = Map.of();

    private final PartDirectory directory = new PartDirectory() {
        @Override
        public PluginInfo plugin(String deployment) {
            return new PluginInfo(deployment, "1.0.0");
        }

        @Override
        public Set<String> requires(String deployment) {
            return requires.getOrDefault(deployment, Set.of());
        }
    };

    private final HookRunner runner = runner(LONG);

    private HookRunner runner(Duration timeout) {
        return new HookRunner(
                (plugin, context, owner) -> new PartPlatform(plugin, Service.AGENT, "agent1", null, owner),
                directory,
                executor,
                timeout);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private class Telling implements AgentHook {
        private final String name;

        Telling(String name) {
            this.name = name;
        }

        @Override
        public void load(AgentPlatform platform) {
            told.add(name + " load");
            platform.own(() -> told.add(name + " first taken back"));
            platform.own(() -> told.add(name + " second taken back"));
        }

        @Override
        public void start(AgentPlatform platform) {
            told.add(name + " start");
        }

        @Override
        public void stop(AgentPlatform platform) {
            told.add(name + " stop");
        }

        @Override
        public void unload(AgentPlatform platform) {
            told.add(name + " unload");
        }
    }

    private Part part(String name, AgentHook hook) {
        return new Part(name, new DirectContext(), () -> hook, Set.of());
    }

    @Test
    void callsTheHookInOrderAndTakesRegistrationsBackInReverse() throws Exception {
        Part noop = part("noop", new Telling("noop"));
        runner.appeared(noop);
        assertThat(runner.await("noop", LONG)).contains(new PartOutcome.Started());
        runner.disappearing(noop);
        assertThat(told)
                .containsExactly(
                        "noop load",
                        "noop start",
                        "noop stop",
                        "noop unload",
                        "noop second taken back",
                        "noop first taken back");
        assertThat(runner.outcome("noop")).isEmpty();
    }

    @Test
    void startsAProviderBeforeItsDependents() throws Exception {
        requires = Map.of("tasks", Set.of("user"));
        runner.appeared(part("tasks", new Telling("tasks")));
        assertThat(runner.outcome("tasks")).contains(new PartOutcome.Starting());
        runner.appeared(part("user", new Telling("user")));
        assertThat(runner.await("tasks", LONG)).contains(new PartOutcome.Started());
        assertThat(told).containsExactly("user load", "user start", "tasks load", "tasks start");
    }

    @Test
    void failsAPartWhoseHookThrowsAndStillTakesItsRegistrationsBack() throws Exception {
        Part broken = part("broken", new Telling("broken") {
            @Override
            public void start(AgentPlatform platform) {
                throw new IllegalStateException("no such table");
            }
        });
        runner.appeared(broken);
        assertThat(runner.await("broken", LONG))
                .contains(new PartOutcome.Failed(
                        "hook of 'broken' threw in start: java.lang.IllegalStateException: no such table"));
        runner.disappearing(broken);
        assertThat(told)
                .containsExactly("broken load", "broken unload", "broken second taken back", "broken first taken back");
    }

    @Test
    void failsAPartWhoseHookDoesNotReturn() throws Exception {
        HookRunner hasty = runner(Duration.ofMillis(20));
        CountDownLatch never = new CountDownLatch(1);
        hasty.appeared(part("slow", new Telling("slow") {
            @Override
            public void start(AgentPlatform platform) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }));
        assertThat(hasty.await("slow", LONG))
                .contains(new PartOutcome.Failed("hook of 'slow' did not return from start within PT0.02S"));
    }

    @Test
    void startsHundredsWithFewThreads() throws Exception {
        ExecutorService few = Executors.newFixedThreadPool(20);
        HookRunner crowded = new HookRunner(
                (plugin, context, owner) -> new PartPlatform(plugin, Service.AGENT, "agent1", null, owner),
                directory,
                few,
                LONG);
        for (int i = 0; i < 300; i++) {
            crowded.appeared(part("p" + i, new Telling("p" + i)));
        }
        for (int i = 0; i < 300; i++) {
            assertThat(crowded.await("p" + i, LONG)).contains(new PartOutcome.Started());
        }
        few.shutdownNow();
    }

    @Test
    void goesOnTakingBackWhenOneRegistrationThrows() throws Exception {
        Part part = part("noop", new AgentHook() {
            @Override
            public void load(AgentPlatform platform) {
                platform.own(() -> told.add("first"));
                platform.own(() -> {
                    throw new IllegalStateException("cannot");
                });
            }
        });
        runner.appeared(part);
        runner.await("noop", LONG);
        runner.disappearing(part);
        assertThat(told).containsExactly("first");
    }
}
