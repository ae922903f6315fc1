package org.peekplatform.runtime.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.peekplatform.api.Registration;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.Access;
import org.peekplatform.api.live.SelectorMapper;
import org.peekplatform.api.live.Tuple;
import org.peekplatform.api.live.TupleProvider;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.api.live.Tuples;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.provide.TupleSource;
import org.peekplatform.core.live.wire.SelectorKey;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;
import org.peekplatform.runtime.part.PartContext;

/** The live data of one part, in the book of its service. Names are the plugin's own; the platform puts its id before. */
public final class PartTuples implements Tuples {
    private final String plugin;
    private final PartContext context;
    private final Owner owner;
    private final TupleBook book;
    private final AfterCommit afterCommit;
    private final Map<Class<?>, List<SelectorMapper<Object>>> mappers = new ConcurrentHashMap<>();

    public PartTuples(String plugin, PartContext context, Owner owner, TupleBook book, AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
        this.plugin = plugin;
        this.context = context;
        this.owner = owner;
        this.book = book;
    }

    @Override
    public <T extends Record> Registration provide(
            Class<T> tuple, Access<? super TupleSelector> access, TupleProvider<T> provider) {
        if (!tuple.isAnnotationPresent(Tuple.class)) {
            throw new IllegalArgumentException("PEEK-4213 " + tuple.getName() + " of plugin '" + plugin
                    + "' is not offered: it has no @Tuple. Put it on the record.");
        }
        String type = plugin + "." + TupleSelector.of(tuple).tuple();
        if (SelectorKey.parse(type).isEmpty()) {
            throw new IllegalArgumentException("PEEK-4244 " + tuple.getName() + " of plugin '" + plugin
                    + "' is not offered: devices could not name it '" + type
                    + "'. Give @Tuple a name of letters and digits, at most 60.");
        }
        TupleSource source = new PartSource(context, access, provider);
        if (!book.offer(type, source)) {
            throw new IllegalStateException("PEEK-4214 '" + type
                    + "' is offered already on this service. Close the first registration before you offer it again.");
        }
        return owner.own(() -> book.withdraw(type, source));
    }

    @Override
    public void changed(TupleSelector selector) {
        String key = SelectorKey.of(plugin, selector).text();
        afterCommit.run(() -> book.changed(key));
    }

    @Override
    public void changedAll(Class<? extends Record> tuple) {
        String type = plugin + "." + TupleSelector.of(tuple).tuple();
        afterCommit.run(() -> book.changedAll(type));
    }

    @Override
    @SuppressWarnings("unchecked") // events are looked up by their own class
    public <E> Registration map(Class<E> event, SelectorMapper<? super E> mapper) {
        List<SelectorMapper<Object>> ofEvent = mappers.computeIfAbsent(event, e -> new CopyOnWriteArrayList<>());
        SelectorMapper<Object> kept = (SelectorMapper<Object>) mapper;
        ofEvent.add(kept);
        return owner.own(() -> ofEvent.remove(kept));
    }

    @Override
    public void happened(Object event) {
        List<SelectorMapper<Object>> ofEvent = mappers.getOrDefault(event.getClass(), List.of());
        if (!ofEvent.isEmpty()) {
            afterCommit.run(
                    () -> mapped(event, ofEvent)); // who begins to observe until then has loaded what was before
        }
    }

    private void mapped(Object event, List<SelectorMapper<Object>> ofEvent) {
        Set<TupleSelector> observed =
                book.observedOf(plugin).stream().map(SelectorKey::selector).collect(Collectors.toSet());
        ofEvent.stream()
                .flatMap(mapper -> mapper.changedBy(event, observed))
                .distinct()
                .forEach(selector ->
                        book.changed(SelectorKey.of(plugin, selector).text()));
    }

    /** A provider in the context of its part. */
    private record PartSource(PartContext context, Access<? super TupleSelector> access, TupleProvider<?> provider)
            implements TupleSource {
        @Override
        public List<?> load(TupleSelector selector) throws Exception {
            return context.call(() -> provider.load(selector));
        }

        @Override
        public boolean allows(User user, TupleSelector selector) {
            return AccessCheck.allows(context, access, user, selector);
        }
    }
}
