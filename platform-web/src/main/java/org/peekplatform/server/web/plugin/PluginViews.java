package org.peekplatform.server.web.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.plan.DependencyGraph;
import org.peekplatform.core.wanted.PartReport;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.catalogue.PluginRow;
import org.peekplatform.server.catalogue.StoredArchive;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.instance.InstanceView;
import org.peekplatform.server.web.plugin.PluginView.OnInstance;

/** Joins what the catalogue wants with what the instances report. */
@ApplicationScoped
public class PluginViews {
    @Inject
    Catalogue catalogue;

    @Inject
    Archives archives;

    @Inject
    InstanceBook instances;

    public List<PluginView> all() {
        DependencyGraph graph = DependencyGraph.of(catalogue.installed().descriptors());
        List<InstanceView> there = instances.instances();
        return catalogue.plugins().stream()
                .flatMap(row -> view(row, graph, there).stream())
                .toList();
    }

    public Optional<PluginView> find(String id) {
        return catalogue
                .plugin(id)
                .flatMap(row ->
                        view(row, DependencyGraph.of(catalogue.installed().descriptors()), instances.instances()));
    }

    private Optional<PluginView> view(PluginRow row, DependencyGraph graph, List<InstanceView> there) {
        List<StoredArchive> kept = archives.versions(row.id());
        return row.candidate()
                .or(row::current)
                .flatMap(archives::find)
                .or(() -> kept.stream().findFirst())
                .map(archive -> view(row, archive, graph, kept, there));
    }

    private static PluginView view(
            PluginRow row,
            StoredArchive archive,
            DependencyGraph graph,
            List<StoredArchive> kept,
            List<InstanceView> there) {
        PluginDescriptor plugin = archive.descriptor();
        return new PluginView(
                row.id(),
                plugin.title(),
                plugin.description(),
                plugin.vendor(),
                plugin.version(),
                archive.sha256(),
                row.running() ? "RUNNING" : "STOPPED",
                row.state().name(),
                row.since(),
                row.reason(),
                plugin.services().keySet().stream().map(s -> s.id()).sorted().toList(),
                plugin.requires().stream().map(r -> r.plugin()).toList(),
                List.copyOf(graph.dependents(row.id())),
                kept.stream().map(a -> a.descriptor().version()).toList(),
                there.stream().flatMap(i -> onInstance(i, row.id()).stream()).toList());
    }

    private static Optional<OnInstance> onInstance(InstanceView instance, String plugin) {
        return instance.report().parts().stream()
                .filter(part -> part.id().equals(plugin))
                .findFirst()
                .map(part -> onInstance(instance, part));
    }

    private static OnInstance onInstance(InstanceView instance, PartReport part) {
        return new OnInstance(
                instance.name(),
                instance.report().service().id(),
                instance.connected() ? part.state().name() : "AWAY",
                part.version(),
                instance.connected() ? part.since() : instance.since(),
                instance.connected()
                        ? part.reason()
                        : Optional.of("the instance is away; it follows when it is back. Last state: " + part.state()));
    }
}
