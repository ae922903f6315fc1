package org.peekplatform.server.rollout;

import static java.util.stream.Collectors.joining;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.peekplatform.core.plan.PlanResult;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.catalogue.Archives;
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
    private final Turn turn;
    private final Closing closing;
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
            Executor executor,
            Turn turn,
            Closing closing) {
        this.book = book;
        this.rollout = rollout;
        this.plans = plans;
        this.archives = archives;
        this.audit = audit;
        this.clock = clock;
        this.executor = executor;
        this.turn = turn;
        this.closing = closing;
    }

    /**
     * Begins with what the last life of the server left unfinished.
     *
     * @param before what is to be done first, unless an old deployment is still in the middle of a step and will end it
     */
    synchronized void open(Runnable before) {
        turn.tryTake(before);
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

    /**
     * Takes no more turns. What waits stays in the database, and so does what runs as soon as its step has let go; the
     * next life of the server goes on with both.
     *
     * @return false when the running step has not let go in that time; {@link Turn} holds the next life off until then
     */
    boolean close(Duration patience) {
        closing.ask();
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            open = false;
            waiting.clear();
            try {
                for (long left = patience.toNanos(); busy && left > 0; left = deadline - System.nanoTime()) {
                    wait(Math.max(1, Duration.ofNanos(left).toMillis()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return !busy;
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
            turn.take(closing, () -> carryOut(operation));
        } catch (InterruptedException goingDown) {
            sayThatItGoesOn(operation);
        } finally {
            synchronized (this) {
                busy = false;
                notifyAll();
            }
            next();
        }
    }

    private void carryOut(Operation ordered) {
        Operation operation = ordered.state() == State.QUEUED ? rollout.asOfNow(ordered) : ordered;
        OperationLog log = new OperationLog(book, audit, clock, closing, operation);
        try {
            Optional<String> refusal = refusal(operation);
            refusal.ifPresent(reason -> rollout.refuse(operation, reason));
            Optional<String> failure = refusal.isPresent() ? refusal : rollout.run(operation, log);
            failure.ifPresentOrElse(log::failed, log::done);
        } catch (InterruptedException goingDown) {
            sayThatItGoesOn(operation);
        } catch (RuntimeException e) { // the rim: the next operation must have its turn
            if (closing.isAsked()) { // what a step needs may be gone already, so that anything can throw
                sayThatItGoesOn(operation);
            } else {
                brokeOff(operation, log, e);
            }
        }
    }

    private void brokeOff(Operation operation, OperationLog log, RuntimeException e) {
        LOG.log(Level.ERROR, () -> "PEEK-5205 operation " + operation.id() + " broke off", e);
        String reason = "broke off: " + e.getMessage() + ". See the server's log at operation " + operation.id() + ".";
        rollout.abandon(operation, reason);
        log.failed(reason);
    }

    private static void sayThatItGoesOn(Operation operation) {
        LOG.log(Level.INFO, () -> "operation " + operation.id() + " goes on when the server is back");
    }

    /** Other operations may have changed what this one was planned on; one that had begun is not asked again. */
    private Optional<String> refusal(Operation operation) {
        boolean asked = operation.state() == State.QUEUED && !rollout.isNothingToDo(operation);
        return asked && plan(operation) instanceof PlanResult.Impossible impossible
                ? Optional.of(
                        impossible.problems().stream().map(Problem::toString).collect(joining(" ")))
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
