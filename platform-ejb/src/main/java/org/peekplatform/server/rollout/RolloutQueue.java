package org.peekplatform.server.rollout;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.peekplatform.core.plan.PlanResult;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.rollout.Operation.Kind;
import org.peekplatform.server.rollout.Operation.State;

/** Carries operations out, one after the other, in the order in which they were given. */
final class RolloutQueue {
    private static final Logger LOG = System.getLogger(RolloutQueue.class.getName());

    private final OperationBook book;
    private final Rollout rollout;
    private final Plans plans;
    private final Archives archives;
    private final AuditTrail audit;
    private final Clock clock;
    private final Executor executor;
    private final Deque<Operation> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean open;

    RolloutQueue(
            OperationBook book,
            Rollout rollout,
            Plans plans,
            Archives archives,
            AuditTrail audit,
            Clock clock,
            Executor executor) {
        this.book = book;
        this.rollout = rollout;
        this.plans = plans;
        this.archives = archives;
        this.audit = audit;
        this.clock = clock;
        this.executor = executor;
    }

    /** Begins with what the last life of the server left unfinished. */
    synchronized void open() {
        waiting.addAll(book.unfinished());
        open = true;
        next();
    }

    synchronized void submit(Operation operation) {
        if (open) {
            waiting.add(operation);
            next();
        }
    }

    private synchronized void next() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            Operation operation = waiting.poll();
            executor.execute(() -> takeTurn(operation));
        }
    }

    private void takeTurn(Operation operation) {
        try {
            carryOut(operation.state() == State.QUEUED ? rollout.asOfNow(operation) : operation);
        } finally {
            synchronized (this) {
                busy = false;
            }
            next();
        }
    }

    private void carryOut(Operation operation) {
        OperationLog log = new OperationLog(book, audit, clock, operation);
        try {
            Optional<String> refusal = refusal(operation);
            refusal.ifPresent(reason -> rollout.abandon(operation, reason));
            refusal.or(() -> run(operation, log)).ifPresentOrElse(log::failed, log::done);
        } catch (RuntimeException e) { // the rim: the next operation must have its turn
            LOG.log(Level.ERROR, () -> "PEEK-5205 operation " + operation.id() + " broke off", e);
            String reason =
                    "broke off: " + e.getMessage() + ". See the server's log at operation " + operation.id() + ".";
            rollout.abandon(operation, reason);
            log.failed(reason);
        }
    }

    private Optional<String> run(Operation operation, OperationLog log) {
        try {
            return rollout.run(operation, log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Other operations may have changed what this one was planned on; one that had begun is not asked again. */
    private Optional<String> refusal(Operation operation) {
        boolean asked = operation.state() == State.QUEUED
                && operation.kind() != Kind.START
                && (operation.kind() == Kind.INSTALL || operation.before().isPresent());
        return asked && plan(operation) instanceof PlanResult.Impossible impossible
                ? Optional.of(impossible.problems().toString())
                : Optional.empty();
    }

    private PlanResult plan(Operation operation) {
        return switch (operation.kind()) {
            case INSTALL -> {
                String target = operation.target().orElseThrow();
                yield plans.install(archives.find(target).orElseThrow().descriptor(), target);
            }
            case STOP -> plans.stop(operation.plugin());
            case START -> plans.start(operation.plugin());
            case UNINSTALL -> plans.uninstall(operation.plugin());
        };
    }
}
