package org.peekplatform.server.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.PartReport;
import org.peekplatform.core.wanted.PartState;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.instance.InstanceView;

/** Waits until instances have followed a decision about a plugin. Instances that are away are not waited for. */
final class PartWatch {
    private final InstanceBook instances;
    private final Duration patience;
    private final Closing closing;

    PartWatch(InstanceBook instances, Duration patience, Closing closing) {
        this.instances = instances;
        this.patience = patience;
        this.closing = closing;
    }

    /**
     * Waits until the plugin's parts have settled at a revision on all expected instances of some services.
     *
     * @return the first failure, or empty when all is well
     */
    Optional<String> settled(String plugin, long revision, Set<Service> services) throws InterruptedException {
        return await(all -> verdict(concerned(all, services), plugin, revision))
                .orElseGet(() -> Optional.of("no answer within " + patience.toSeconds() + " s from "
                        + missing(plugin, services, part -> isSettled(part, revision))));
    }

    /** Waits until no connected instance has the plugin any more. */
    Optional<String> gone(String plugin) throws InterruptedException {
        boolean gone = await(all -> all.stream()
                                .filter(InstanceView::expected)
                                .allMatch(i -> part(i, plugin).isEmpty())
                        ? Optional.of(Optional.empty())
                        : Optional.empty())
                .isPresent();
        return gone
                ? Optional.empty()
                : Optional.of("not removed within " + patience.toSeconds() + " s from "
                        + instances.instances().stream()
                                .filter(i -> i.expected() && part(i, plugin).isPresent())
                                .map(InstanceView::name)
                                .toList());
    }

    /** Gives no answer when the server goes down: what its instances say then is not about the plugin. */
    private Optional<Optional<String>> await(Function<List<InstanceView>, Optional<Optional<String>>> question)
            throws InterruptedException {
        Optional<Optional<String>> answer = instances.await(
                all -> closing.isAsked() ? Optional.of(Optional.empty()) : question.apply(all), patience);
        closing.check();
        return answer;
    }

    private static List<InstanceView> concerned(List<InstanceView> all, Set<Service> services) {
        return all.stream()
                .filter(i -> i.expected() && services.contains(i.report().service()))
                .toList();
    }

    private static Optional<Optional<String>> verdict(List<InstanceView> concerned, String plugin, long revision) {
        Optional<String> failure = concerned.stream()
                .flatMap(i -> part(i, plugin).filter(p -> p.revision() >= revision && isFailure(p)).stream()
                        .map(p -> "on " + i.name() + ": " + p.reason().orElse("no reason given")))
                .findFirst();
        if (failure.isPresent()) {
            return Optional.of(failure);
        }
        boolean all = concerned.stream()
                .allMatch(
                        i -> part(i, plugin).filter(p -> isSettled(p, revision)).isPresent());
        return all ? Optional.of(Optional.empty()) : Optional.empty();
    }

    private List<String> missing(String plugin, Set<Service> services, Predicate<PartReport> settled) {
        return concerned(instances.instances(), services).stream()
                .filter(i -> part(i, plugin).filter(settled).isEmpty())
                .map(i -> i.name() + lastReason(i, plugin))
                .toList();
    }

    private static String lastReason(InstanceView instance, String plugin) {
        return part(instance, plugin)
                .flatMap(PartReport::reason)
                .map(reason -> " (" + reason + ")")
                .orElse("");
    }

    private static Optional<PartReport> part(InstanceView instance, String plugin) {
        return instance.report().parts().stream()
                .filter(p -> p.id().equals(plugin))
                .findFirst();
    }

    private static boolean isSettled(PartReport part, long revision) {
        return part.revision() >= revision && part.state() != PartState.FETCHING && part.state() != PartState.DEPLOYING;
    }

    private static boolean isFailure(PartReport part) {
        return part.state() == PartState.FAILED || part.state() == PartState.QUARANTINED;
    }
}
