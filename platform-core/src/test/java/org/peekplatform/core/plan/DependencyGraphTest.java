package org.peekplatform.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.kit.PluginArchiveBuilder;

class DependencyGraphTest {
    private final DependencyGraph graph = DependencyGraph.ofNames(Map.of(
            "user",
            List.of(),
            "task",
            List.of("user"),
            "mail",
            List.of("user"),
            "report",
            List.of("task", "mail", "absent"),
            "alone",
            List.of()));

    @Test
    void ordersProvidersBeforeDependentsAndEqualsById() {
        assertThat(graph.order()).containsExactly("alone", "user", "mail", "task", "report");
    }

    @Test
    void findsWhoBuildsOnAPlugin() {
        assertThat(graph.dependents("user")).containsExactly("mail", "task");
        assertThat(graph.transitiveDependents("user")).containsExactly("mail", "task", "report");
        assertThat(graph.transitiveDependents("report")).isEmpty();
        assertThat(graph.transitiveDependents("absent")).isEmpty();
    }

    @Test
    void findsACycle() {
        DependencyGraph cyclic = DependencyGraph.ofNames(
                Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a"), "d", List.of("a"), "e", List.of()));

        assertThat(cyclic.cycle()).contains(List.of("a", "b", "c", "a"));
        assertThat(cyclic.order()).containsExactly("e");
        assertThat(graph.cycle()).isEmpty();
        assertThat(DependencyGraph.ofNames(Map.of("a", List.of("a"))).cycle()).contains(List.of("a", "a"));
    }

    @Test
    void everyOrderOfThreeHundredPluginsHolds() {
        Random random = new Random(5);
        Map<String, List<String>> edges = new TreeMap<>();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String id = "p" + random.nextInt(1_000_000) + "-" + i;
            edges.put(id, known.stream().filter(k -> random.nextInt(40) == 0).toList());
            known.add(id);
        }

        List<String> order = DependencyGraph.ofNames(edges).order();

        assertThat(order).hasSize(300);
        edges.forEach((id, required) ->
                required.forEach(provider -> assertThat(order.indexOf(provider)).isLessThan(order.indexOf(id))));
    }

    @Test
    void aServiceLinksOnlyPartsThatAreOnIt() {
        List<PluginDescriptor> plugins = List.of(
                PluginArchiveBuilder.named("user").on(Service.SERVER).descriptor(),
                PluginArchiveBuilder.named("task")
                        .on(Service.SERVER, Service.AGENT)
                        .requires("user", "*")
                        .descriptor());

        assertThat(DependencyGraph.on(Service.SERVER, plugins).dependents("user"))
                .containsExactly("task");
        assertThat(DependencyGraph.on(Service.AGENT, plugins).order()).containsExactly("task");
    }
}
