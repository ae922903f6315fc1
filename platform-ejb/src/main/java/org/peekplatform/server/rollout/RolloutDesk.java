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
    private final PluginSchema schema;
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
            Turn turn,
            Clock clock) {
        this.database = database;
        this.archives = archives;
        this.catalogue = catalogue;
        this.book = book;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
        Closing closing = new Closing();
        Rollout rollout = new Rollout(
                catalogue, new Schemas(archives, schema, export), new PartWatch(instances, PATIENCE, closing), change);
        this.schema = schema;
        this.queue = new RolloutQueue(book, rollout, plans, archives, audit, clock, executor, turn, closing);
    }

    public OrderDesk orders(UploadDesk uploads) {
        return new OrderDesk(database, catalogue, archives, book, uploads, plans, queue, audit, clock);
    }

    /**
     * Begins to carry out orders, first those that the last life of the server left unfinished. A schema that a crash
     * left half way is put back before any plugin can use it.
     */
    public void open() {
        queue.open(schema::putBackLeftovers);
    }

    /**
     * Carries out no more orders; what is under way stays unfinished for the next life of the server.
     *
     * @return false when the step that runs has not ended in that time
     */
    public boolean close(Duration patience) {
        return queue.close(patience);
    }
}
