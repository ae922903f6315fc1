package org.peekplatform.core.live.serve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.wire.SelectorKey;

/** Where selectors of this service come from: what its own plugins make, from its own book; everything else from the server. */
public final class Sources implements Upstream {
    private static final String HERE = "here";

    private final TupleBook local;
    private final Upstream server;

    public Sources(TupleBook local, Upstream server) {
        this.local = local;
        this.server = server;
    }

    @Override
    public void observe(Collection<String> keys) {
        Map<Boolean, List<SelectorKey>> byPlace = keys.stream()
                .flatMap(key -> SelectorKey.parse(key).stream())
                .collect(Collectors.partitioningBy(key -> local.offers(key.type())));
        byPlace.get(true).forEach(key -> local.observe(HERE, key));
        List<String> theirs = byPlace.get(false).stream().map(SelectorKey::text).toList();
        if (!theirs.isEmpty()) {
            server.observe(theirs);
        }
    }

    @Override
    public void release(Collection<String> keys) {
        keys.forEach(key -> local.release(HERE, key));
        server.release(keys);
    }
}
