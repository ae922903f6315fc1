package org.peekplatform.server.rollout;

import static org.peekplatform.server.catalogue.PluginState.DEPLOYING;
import static org.peekplatform.server.catalogue.PluginState.FAILED;
import static org.peekplatform.server.catalogue.PluginState.MIGRATING;
import static org.peekplatform.server.catalogue.PluginState.RUNNING;
import static org.peekplatform.server.catalogue.PluginState.STOPPED;

import java.util.Optional;
import java.util.Set;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.catalogue.PluginRow;
import org.peekplatform.server.catalogue.PluginState;
import org.peekplatform.server.migration.PluginSchema.MigrationFailure;

/**
 * The steps of every kind of operation. Each step asks the database how far things are and can be repeated: an
 * operation that was cut short is simply run again from its beginning.
 */
final class Rollout {
    private final Catalogue catalogue;
    private final Schemas schemas;
    private final PartWatch watch;
    private final WantedChange change;

    Rollout(Catalogue catalogue, Schemas schemas, PartWatch watch, WantedChange change) {
        this.catalogue = catalogue;
        this.schemas = schemas;
        this.watch = watch;
        this.change = change;
    }

    /**
     * Runs one operation.
     *
     * @return why it failed; empty when it is done
     */
    Optional<String> run(Operation operation, OperationLog log) throws InterruptedException {
        return switch (operation.kind()) {
            case INSTALL -> install(operation, log);
            case STOP -> isStopped(operation) ? nothingToDo(log) : run(operation, log, false);
            case START -> run(operation, log, true);
            case UNINSTALL -> uninstall(operation, log);
        };
    }

    /** An order whose turn has come: what it goes back to when it fails is what runs now, not when it was given. */
    Operation asOfNow(Operation operation) {
        return operation.over(catalogue.plugin(operation.plugin()).flatMap(PluginRow::current));
    }

    /**
     * An order whose turn has come, and others have done it: a stop of what is stopped, or an uninstall of what nobody runs. Such
     * an order need not be judged.
     */
    boolean isNothingToDo(Operation operation) {
        return switch (operation.kind()) {
            case STOP -> isStopped(operation);
            case UNINSTALL -> operation.before().isEmpty();
            case INSTALL, START -> false;
        };
    }

    /** One that had begun is no such thing: its instances may be on their way. */
    private boolean isStopped(Operation operation) {
        return operation.state() == Operation.State.QUEUED
                && catalogue
                        .plugin(operation.plugin())
                        .filter(row -> row.state() == STOPPED)
                        .isPresent();
    }

    private static Optional<String> nothingToDo(OperationLog log) throws InterruptedException {
        log.begin("Stop on all instances");
        log.end("nothing to do: it is stopped already");
        return Optional.empty();
    }

    /** An order that is refused in its turn; what is installed stays as it is. A plugin that never ran says why. */
    void refuse(Operation operation, String reason) {
        if (operation.kind() == Operation.Kind.INSTALL) {
            abandon(operation, reason);
        } else {
            catalogue
                    .plugin(operation.plugin())
                    .ifPresent(row -> catalogue.show(row, row.state(), Optional.of(reason)));
        }
    }

    private Optional<String> install(Operation operation, OperationLog log) throws InterruptedException {
        String target = operation.target().orElseThrow();
        PluginDescriptor plugin = schemas.descriptor(target);
        PluginRow row = row(operation);
        boolean propagating =
                row.current().equals(operation.target()) && row.candidate().isEmpty();
        if (propagating) {
            // The same archive again, or an operation that goes on after a restart: every instance looks anew, and what
            // it said last, perhaps while it went down, counts no more.
            catalogue.decide(row);
        } else {
            log.begin("Migrate the schema");
            try {
                catalogue.show(row, MIGRATING, Optional.empty());
                log.end(schemas.migrate(plugin, target) + " scripts run");
            } catch (MigrationFailure e) {
                return Optional.of(takeBack(operation, plugin, "in its scripts: " + e.getMessage()));
            }
            log.begin("Bring up the server's part");
            row = catalogue.decide(new PluginRow(
                    row.id(),
                    0,
                    row.current(),
                    operation.target(),
                    row.running(),
                    DEPLOYING,
                    row.since(),
                    Optional.empty()));
            change.tellServer();
            Optional<String> failure = watch.settled(plugin.id(), row.revision(), onServer(plugin));
            if (failure.isPresent()) {
                return Optional.of(takeBack(operation, plugin, failure.get()));
            }
            log.end(plugin.services().containsKey(Service.SERVER) ? "running" : "nothing to do: no part");
        }
        return propagate(operation, plugin, log);
    }

    private Optional<String> propagate(Operation operation, PluginDescriptor plugin, OperationLog log)
            throws InterruptedException {
        log.begin("Bring the plugin to all instances");
        PluginRow row = row(operation);
        if (row.candidate().isPresent()) {
            row = catalogue.promote(row);
        }
        change.tellAll();
        Optional<String> failure =
                watch.settled(plugin.id(), row.revision(), plugin.services().keySet());
        if (failure.isPresent()) {
            return Optional.of(takeBack(operation, plugin, failure.get()));
        }
        catalogue.show(row, row.running() ? RUNNING : STOPPED, Optional.empty());
        log.end(row.running() ? "running on every connected instance" : "in place, and stopped as before");
        return Optional.empty();
    }

    /** Puts the version before in force again everywhere; gives the whole sentence for the administrator. */
    private String takeBack(Operation operation, PluginDescriptor failed, String cause) throws InterruptedException {
        PluginRow row = row(operation);
        Optional<String> before = operation.before();
        String told = "'" + failed.id() + "' " + failed.version() + " failed " + cause;
        PluginState state = before.isEmpty() ? FAILED : row.running() ? RUNNING : STOPPED;
        String end = before.map(sha -> ". Version " + schemas.descriptor(sha).version()
                        + " is in force again on all instances; its data is as before but for scripts that ran.")
                .orElse(". It was taken back from all instances.");
        PluginRow back = catalogue.decide(new PluginRow(
                row.id(), 0, before, Optional.empty(), row.running(), state, row.since(), Optional.of(told + end)));
        change.tellAll();
        Optional<String> trouble = before.isPresent()
                ? watch.settled(
                        row.id(),
                        back.revision(),
                        schemas.descriptor(before.get()).services().keySet())
                : watch.gone(row.id());
        return told + end + trouble.map(t -> " But: " + t).orElse("");
    }

    /** An operation that could not be run, or broke off: what ran before stays in force. */
    void abandon(Operation operation, String reason) {
        catalogue.plugin(operation.plugin()).ifPresent(row -> {
            PluginState state = row.current().isEmpty() ? FAILED : row.running() ? RUNNING : STOPPED;
            catalogue.decide(new PluginRow(
                    row.id(),
                    0,
                    row.current(),
                    Optional.empty(),
                    row.running(),
                    state,
                    row.since(),
                    Optional.of(reason)));
            change.tellAll();
        });
    }

    private Optional<String> run(Operation operation, OperationLog log, boolean running) throws InterruptedException {
        log.begin(running ? "Start on all instances" : "Stop on all instances");
        PluginRow row = row(operation);
        PluginState state = running ? RUNNING : STOPPED;
        PluginRow decided = catalogue.decide(new PluginRow(
                row.id(), 0, row.current(), Optional.empty(), running, state, row.since(), Optional.empty()));
        change.tellAll();
        Set<Service> services =
                schemas.descriptor(row.current().orElseThrow()).services().keySet();
        Optional<String> failure = watch.settled(row.id(), decided.revision(), services);
        failure.ifPresentOrElse(reason -> catalogue.show(decided, FAILED, Optional.of(reason)), () -> log.end(""));
        return failure;
    }

    private Optional<String> uninstall(Operation operation, OperationLog log) throws InterruptedException {
        log.begin("Remove from all instances");
        catalogue.remove(operation.plugin());
        change.tellAll();
        Optional<String> failure = watch.gone(operation.plugin());
        if (failure.isPresent()) {
            return failure;
        }
        log.end("gone from every connected instance");
        log.begin("Data");
        log.end(schemas.dispose(operation));
        return Optional.empty();
    }

    private PluginRow row(Operation operation) {
        return catalogue
                .plugin(operation.plugin())
                .orElseThrow(() -> new IllegalStateException(
                        "PEEK-5201 plugin '" + operation.plugin() + "' is not in the catalogue any more"));
    }

    private static Set<Service> onServer(PluginDescriptor plugin) {
        return plugin.services().containsKey(Service.SERVER) ? Set.of(Service.SERVER) : Set.of();
    }
}
