package org.peekplatform.plugins.noop.internal.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peekplatform.plugins.noop.internal.storage.Visit;

/** Visits without a database. */
class ListedVisits extends VisitBook {
    private final List<Visit> visits = new ArrayList<>();
    private final Instant now;

    ListedVisits(Instant now) {
        this.now = now;
    }

    @Override
    public Visit add(String visitor) {
        long id = visits.size() + 1L;
        Visit visit = new Visit(visitor, now) {
            @Override
            public Long id() {
                return id;
            }
        };
        visits.add(visit);
        return visit;
    }

    @Override
    public long count() {
        return visits.size();
    }
}
