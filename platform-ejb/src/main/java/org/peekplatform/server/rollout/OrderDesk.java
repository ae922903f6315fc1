package org.peekplatform.server.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.plan.Plan;
import org.peekplatform.core.plan.PlanResult;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.catalogue.PluginRow;
import org.peekplatform.server.catalogue.PluginState;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.rollout.Operation.Actor;
import org.peekplatform.server.rollout.Operation.DataChoice;
import org.peekplatform.server.rollout.Operation.Kind;
import org.peekplatform.server.rollout.Operation.State;
import org.peekplatform.server.upload.Upload;
import org.peekplatform.server.upload.UploadDesk;

/** Takes the orders of administrators: plans them, writes them down, and hands them to the queue. */
public final class OrderDesk {
    private final Database database;
    private final Catalogue catalogue;
    private final Archives archives;
    private final OperationBook book;
    private final UploadDesk uploads;
    private final Plans plans;
    private final RolloutQueue queue;
    private final AuditTrail audit;
    private final Clock clock;

    OrderDesk(
            Database database,
            Catalogue catalogue,
            Archives archives,
            OperationBook book,
            UploadDesk uploads,
            Plans plans,
            RolloutQueue queue,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.archives = archives;
        this.book = book;
        this.uploads = uploads;
        this.plans = plans;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** Installs an upload: its bytes are stored first, then descriptor and order in one transaction; a crash loses nothing. */
    public Order install(String uploadId, Actor actor) {
        Optional<Upload> found = uploads.find(uploadId);
        if (found.isEmpty()) {
            return new Order.Unknown();
        }
        Upload upload = found.get();
        PlanResult now = plans.install(upload.descriptor(), upload.sha256());
        if (now instanceof PlanResult.Impossible impossible) {
            return new Order.Refused(impossible.problems());
        }
        Plan plan = ((PlanResult.Possible) now).plan();
        if (!plan.sameDeedAs(upload.plan())) {
            uploads.replan(upload, plan);
            return new Order.Refused(List.of(otherPlan(plan)));
        }
        bring(upload);
        Operation operation = database.inTransaction(() -> store(upload, actor));
        uploads.discard(uploadId);
        queue.submit(operation);
        return new Order.Taken(operation);
    }

    private static Problem otherPlan(Plan plan) {
        return new Problem(
                "PEEK-2119",
                "plugin '" + plan.plugin() + "' " + plan.to().orElseThrow() + " not installed: what is installed has"
                        + " changed since its plan was made, and another plan is due, from "
                        + plan.from().orElse("nothing") + ". Nothing was changed. Read the new plan of this upload,"
                        + " and confirm it.");
    }

    private void bring(Upload upload) {
        try {
            archives.bring(upload.sha256(), upload.file());
        } catch (IOException e) {
            throw new UncheckedIOException("PEEK-5204 the staged archive cannot be read. Nothing was changed.", e);
        }
    }

    private Operation store(Upload upload, Actor actor) {
        PluginDescriptor plugin = upload.descriptor();
        archives.keep(plugin, upload.sha256(), upload.size(), actor.name());
        Optional<PluginRow> row = catalogue.plugin(plugin.id());
        if (row.isEmpty()) {
            catalogue.decide(new PluginRow(
                    plugin.id(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    PluginState.PLANNED,
                    clock.instant(),
                    Optional.empty()));
        }
        return order(
                plugin.id(),
                Kind.INSTALL,
                row.flatMap(PluginRow::current),
                Optional.of(upload.sha256()),
                Optional.empty(),
                actor);
    }

    public Order stop(String plugin, Actor actor) {
        return change(plugin, Kind.STOP, plans.stop(plugin), Optional.empty(), actor);
    }

    /** Starts a stopped plugin; one that runs is brought back where an operator or a failure has stopped it. */
    public Order start(String plugin, Actor actor) {
        return change(plugin, Kind.START, plans.start(plugin), Optional.empty(), actor);
    }

    public Order uninstall(String plugin, DataChoice data, Actor actor) {
        boolean neverRan =
                catalogue.plugin(plugin).filter(row -> row.current().isEmpty()).isPresent();
        return neverRan
                ? submit(plugin, Kind.UNINSTALL, Optional.of(data), actor)
                : change(plugin, Kind.UNINSTALL, plans.uninstall(plugin), Optional.of(data), actor);
    }

    private Order change(String plugin, Kind kind, PlanResult plan, Optional<DataChoice> data, Actor actor) {
        if (catalogue.plugin(plugin).isEmpty()) {
            return new Order.Unknown();
        }
        return plan instanceof PlanResult.Impossible impossible
                ? new Order.Refused(impossible.problems())
                : submit(plugin, kind, data, actor);
    }

    private Order submit(String plugin, Kind kind, Optional<DataChoice> data, Actor actor) {
        Optional<String> current = catalogue.plugin(plugin).flatMap(PluginRow::current);
        Operation operation = database.inTransaction(() -> order(plugin, kind, current, Optional.empty(), data, actor));
        queue.submit(operation);
        return new Order.Taken(operation);
    }

    private Operation order(
            String plugin,
            Kind kind,
            Optional<String> before,
            Optional<String> target,
            Optional<DataChoice> data,
            Actor actor) {
        Operation operation = new Operation(
                UUID.randomUUID().toString(),
                plugin,
                kind,
                before,
                target,
                data,
                State.QUEUED,
                List.of(),
                actor,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        book.add(operation);
        audit.record(
                actor.name(),
                actor.address(),
                "plugin." + kind.name().toLowerCase(Locale.ROOT),
                plugin,
                "ordered",
                Map.of("operation", operation.id(), "sha256", target.orElse("")));
        return operation;
    }
}
