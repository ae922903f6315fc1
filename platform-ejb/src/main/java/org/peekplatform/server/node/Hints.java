package org.peekplatform.server.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.peekplatform.api.Service;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.LinkException;
import org.peekplatform.runtime.sync.CentreMessages;
import org.peekplatform.runtime.sync.SyncLoop;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.instance.InstanceView;
import org.peekplatform.server.rollout.WantedChange;

/** Hints to the instances. One that is lost costs a few seconds: reports tell the revision as well. */
final class Hints implements WantedChange {
    private static final Logger LOG = System.getLogger(Hints.class.getName());
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final Exchange exchange;
    private final InstanceBook instances;
    private volatile Optional<SyncLoop> server = Optional.empty();

    Hints(Exchange exchange, InstanceBook instances) {
        this.exchange = exchange;
        this.instances = instances;
    }

    void serverIs(SyncLoop loop) {
        server = Optional.of(loop);
    }

    @Override
    public void tellServer() {
        server.ifPresent(SyncLoop::look);
    }

    @Override
    public void tellAll() {
        tellServer();
        instances.instances().stream()
                .filter(InstanceView::connected)
                .filter(i -> i.report().service() != Service.SERVER)
                .forEach(i -> tell(i.name()));
    }

    private void tell(String node) {
        try {
            exchange.tell(node, Envelope.of(CentreMessages.HINT, new byte[0]), LIFE);
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, () -> "hint to '" + node + "' not sent: " + e.getMessage());
        }
    }
}
