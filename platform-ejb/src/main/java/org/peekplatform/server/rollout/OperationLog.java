package org.peekplatform.server.rollout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.rollout.Operation.State;
import org.peekplatform.server.rollout.Operation.Step;

/** Writes down how one operation goes, step by step, where the administrator can see it at once. */
final class OperationLog {
    private final OperationBook book;
    private final AuditTrail audit;
    private final Clock clock;
    private final Closing closing;
    private Operation operation;

    OperationLog(OperationBook book, AuditTrail audit, Clock clock, Closing closing, Operation operation) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
        this.closing = closing;
        this.operation = operation.with(State.RUNNING, List.of(), Optional.empty(), Optional.empty());
        book.write(this.operation);
    }

    /** @throws InterruptedException when the server goes down: the step is left to its next life */
    void begin(String step) throws InterruptedException {
        closing.check();
        List<Step> steps = new ArrayList<>(operation.steps());
        steps.add(new Step(step, State.RUNNING, ""));
        write(operation.with(State.RUNNING, steps, Optional.empty(), Optional.empty()));
    }

    void end(String detail) {
        write(operation.with(State.RUNNING, lastStep(State.DONE, detail), Optional.empty(), Optional.empty()));
    }

    void done() {
        write(operation.with(State.DONE, operation.steps(), Optional.of(clock.instant()), Optional.empty()));
        tell("done", Map.of());
    }

    void failed(String reason) {
        write(operation.with(
                State.FAILED, lastStep(State.FAILED, reason), Optional.of(clock.instant()), Optional.of(reason)));
        tell("failed", Map.of("reason", reason));
    }

    private List<Step> lastStep(State state, String detail) {
        List<Step> steps = new ArrayList<>(operation.steps());
        if (!steps.isEmpty() && steps.get(steps.size() - 1).state() == State.RUNNING) {
            Step last = steps.remove(steps.size() - 1);
            steps.add(new Step(last.name(), state, detail));
        }
        return steps;
    }

    private void write(Operation next) {
        operation = next;
        book.write(next);
    }

    private void tell(String outcome, Map<String, String> detail) {
        audit.record(
                operation.actor().name(),
                operation.actor().address(),
                "plugin." + operation.kind().name().toLowerCase(Locale.ROOT),
                operation.plugin(),
                outcome,
                detail);
    }
}
