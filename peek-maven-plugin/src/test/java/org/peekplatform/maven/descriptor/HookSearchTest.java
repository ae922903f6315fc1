package org.peekplatform.maven.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.Fixtures;
import org.peekplatform.maven.scan.ClassSet;

class HookSearchTest {

    @Test
    void findsOneHookPerService() {
        HookSearch search = HookSearch.in(Fixtures.classes("org/acme/demo"));
        assertThat(search.problems()).isEmpty();
        assertThat(search.root()).contains("org/acme/demo");
        assertThat(search.hooks())
                .isEqualTo(Map.of(
                        Service.SERVER, "org/acme/demo/internal/server/DemoServer",
                        Service.CLIENT, "org/acme/demo/internal/client/DemoClient",
                        Service.WORKER, "org/acme/demo/internal/worker/DemoWorker"));
    }

    @Test
    void findsHookBehindAnAbstractClass() {
        assertThat(HookSearch.in(Fixtures.classes("org/acme/base")).hooks())
                .isEqualTo(Map.of(Service.SERVER, "org/acme/base/internal/server/BaseServer"));
    }

    @Test
    void refusesTwoHooksOfOneService() {
        assertThat(HookSearch.in(Fixtures.classes("org/acme/twins")).problems())
                .extracting(Problem::toString)
                .containsExactly("PEEK-2302 two hooks for the server: org.acme.twins.internal.server.First and"
                        + " org.acme.twins.internal.server.Second. Nobody can say which one to start; no archive was written."
                        + " Keep one of them.");
    }

    @Test
    void refusesCodeWithoutHook() {
        assertThat(HookSearch.in(ClassSet.of(List.of())).problems())
                .extracting(Problem::code)
                .containsExactly("PEEK-2301");
    }

    @Test
    void refusesHookOutsideOfItsPackage() {
        HookSearch search = HookSearch.in(Fixtures.classes("org/acme/lost"));
        assertThat(search.root()).isEmpty();
        assertThat(search.problems()).extracting(Problem::code).containsExactly("PEEK-2303");
    }

    @Test
    void refusesHooksOfTwoPlugins() {
        TreeMap<String, byte[]> both = new TreeMap<>(Fixtures.output("org/acme/demo"));
        both.putAll(Fixtures.output("org/acme/twins"));
        both.keySet().removeIf(name -> name.contains("/demo/internal/server/") || name.endsWith("Second.class"));
        assertThat(HookSearch.in(ClassSet.of(both.values())).problems())
                .extracting(Problem::message)
                .containsExactly("the hooks lie below different root packages: org.acme.demo, org.acme.twins."
                        + " A plugin has one; no archive was written. Move the hooks below the same package.");
    }
}
