package org.peekplatform.server.live;

import java.util.Optional;
import org.peekplatform.api.Registration;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.Access;
import org.peekplatform.api.live.Action;
import org.peekplatform.api.live.ActionContext;
import org.peekplatform.api.live.ActionProcessor;
import org.peekplatform.api.live.Actions;
import org.peekplatform.api.live.Query;
import org.peekplatform.api.live.QueryResponder;
import org.peekplatform.core.live.wire.SelectorKey;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;
import org.peekplatform.runtime.live.AccessCheck;
import org.peekplatform.runtime.part.PartContext;

/** The actions and queries of one part. */
public final class PartActions implements Actions {
    private final String plugin;
    private final PartContext context;
    private final Owner owner;
    private final Takers takers;

    public PartActions(String plugin, PartContext context, Owner owner, Takers takers) {
        this.plugin = plugin;
        this.context = context;
        this.owner = owner;
        this.takers = takers;
    }

    @Override
    public <A extends Action<R>, R> Registration on(
            Class<A> action, Access<? super A> access, ActionProcessor<A, R> processor) {
        PartTaker<A> taker = new PartTaker<>(context, action, access, processor::process);
        return registered(action, taker, takers.addAction(name(action), taker));
    }

    @Override
    public <Q extends Query<R>, R> Registration answer(
            Class<Q> query, Access<? super Q> access, QueryResponder<Q, R> responder) {
        PartTaker<Q> taker =
                new PartTaker<>(context, query, access, (asked, who) -> responder.respond(asked, who.user()));
        return registered(query, taker, takers.addQuery(name(query), taker));
    }

    private Registration registered(Class<?> type, Takers.Taker taker, Optional<Takers.Taker> other) {
        other.ifPresent(first -> {
            throw new IllegalStateException(
                    first.type() == type
                            ? "PEEK-4216 '" + name(type)
                                    + "' is taken already. Close the first registration before you take it again."
                            : "PEEK-4247 " + type.getName() + " is not taken: "
                                    + first.type().getName()
                                    + " has the same simple name, by which devices call it. Rename one of them.");
        });
        return owner.own(() -> takers.remove(name(type), taker));
    }

    private String name(Class<?> type) {
        String name = plugin + "." + type.getSimpleName();
        if (SelectorKey.parse(name).isEmpty()) {
            throw new IllegalArgumentException("PEEK-4245 " + type.getName() + " of plugin '" + plugin
                    + "' is not taken: devices could not call it '" + name
                    + "'. Its simple name must be letters and digits, at most 60.");
        }
        return name;
    }

    @FunctionalInterface
    private interface Work<T> {
        Object on(T subject, ActionContext who) throws Exception;
    }

    private record PartTaker<T>(PartContext context, Class<T> type, Access<? super T> access, Work<T> work)
            implements Takers.Taker {
        @Override
        public boolean allows(User user, Object subject) {
            return AccessCheck.allows(context, access, user, type.cast(subject));
        }

        @Override
        public Object take(Object subject, ActionContext who) throws Exception {
            return context.call(() -> work.on(type.cast(subject), who));
        }
    }
}
