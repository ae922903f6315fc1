package org.peekplatform.server.web.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.rollout.Operation;

/**
 * An order and how it goes.
 *
 * @param state {@code QUEUED}, {@code RUNNING}, {@code DONE} or {@code FAILED}
 * @param reason why it failed
 */
public record OperationView(
        String id,
        String plugin,
        String kind,
        Optional<String> toVersion,
        String state,
        Instant started,
        Optional<Instant> ended,
        List<StepView> steps,
        Optional<String> reason,
        String actor) {

    /** One step and how it went. */
    public record StepView(String name, String state, String detail) {}

    /** The answer to an order. */
    public record Ordered(String operation) {}

    /** The answer of the list. */
    public record OperationList(List<OperationView> operations) {}

    static OperationView of(Operation operation, Archives archives) {
        return new OperationView(
                operation.id(),
                operation.plugin(),
                operation.kind().name(),
                operation
                        .target()
                        .flatMap(archives::find)
                        .map(a -> a.descriptor())
                        .map(PluginDescriptor::version),
                operation.state().name(),
                operation.started(),
                operation.ended(),
                operation.steps().stream()
                        .map(step -> new StepView(step.name(), step.state().name(), step.detail()))
                        .toList(),
                operation.reason(),
                operation.actor().name());
    }
}
