package org.peekplatform.server.rollout;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.migration.PluginSchema;
import org.peekplatform.server.migration.SchemaExport;
import org.peekplatform.server.upload.UploadDesk;

/** Joins this room: the steps, the queue that runs them, and the desk that takes orders for it. */
public final class RolloutDesk {
    /** How long instances may take to follow one decision. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Database database;
    private final Archives archives;
    private final Catalogue catalogue;
    private final OperationBook book;
    private final Plans plans;
    private final AuditTrail audit;
    private final Clock clock;
    private final RolloutQueue queue;

    public RolloutDesk(
            Database database,
            Archives archives,
            Catalogue catalogue,
            PluginSchema schema,
            SchemaExport export,
            InstanceBook instances,
            OperationBook book,
            Plans plans,
            WantedChange change,
            AuditTrail audit,
            Executor executor,
            Clock clock) {
        this.database = database;
        this.archives = archives;
        this.catalogue = catalogue;
        this.book = book;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
        Rollout rollout = new Rollout(
                catalogue, new Schemas(archives, schema, export, database), new PartWatch(instances, PATIENCE), change);
        this.queue = new RolloutQueue(book, rollout, plans, archives, audit, clock, executor);
    }

    public OrderDesk orders(UploadDesk uploads) {
        return new OrderDesk(database, catalogue, archives, book, uploads, plans, queue, audit, clock);
    }

    /** Begins to carry out orders, first those that the last life of the server left unfinished. */
    public void open() {
        queue.open();
    }
}
