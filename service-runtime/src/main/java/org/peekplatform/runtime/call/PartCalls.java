package org.peekplatform.runtime.call;

import static org.peekplatform.api.call.CallFailedException.Reason.NOBODY_THERE;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.peekplatform.api.Registration;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Answer;
import org.peekplatform.api.call.CallFailedException;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.call.Target;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.part.PartContext;

/** The calls of one part. */
public final class PartCalls implements Calls {
    private final String plugin;
    private final PartContext context;
    private final Owner owner;
    private final CallKit kit;
    private final AtomicInteger turn = new AtomicInteger();

    /** What all parts of a service share. */
    public record CallKit(CallDesk desk, Exchange exchange, Peers peers, ExecutorService executor) {}

    public PartCalls(String plugin, PartContext context, Owner owner, CallKit kit) {
        this.plugin = plugin;
        this.context = context;
        this.owner = owner;
        this.kit = kit;
    }

    @Override
    public <T> Registration provide(Class<T> contract, T provider) {
        return provide(contract, provider, EnumSet.allOf(Service.class));
    }

    @Override
    public <T> Registration provide(Class<T> contract, T provider, Set<Service> callers) {
        return owner.own(kit.desk().provide(plugin, contract, provider, context, Set.copyOf(callers)));
    }

    @Override
    public <T> T to(Target target, Class<T> contract, Duration timeout) {
        if (target instanceof Target.Every) {
            throw new IllegalArgumentException("PEEK-3107 a single call cannot go to every instance of a service. "
                    + "Use toEvery, or Target.any.");
        }
        return proxy(contract, timeout, () -> one(target));
    }

    @Override
    public <T, R> List<Answer<R>> toEvery(Target target, Class<T> contract, Duration timeout, Function<T, R> question) {
        List<CompletableFuture<Answer<R>>> asked = named(target).stream()
                .map(instance ->
                        CompletableFuture.supplyAsync(() -> ask(instance, contract, timeout, question), kit.executor()))
                .collect(Collectors.toCollection(ArrayList::new));
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private <T, R> Answer<R> ask(String instance, Class<T> contract, Duration timeout, Function<T, R> question) {
        try {
            return new Answer.Given<>(instance, question.apply(proxy(contract, timeout, () -> instance)));
        } catch (CallFailedException failed) {
            return new Answer.Failed<>(instance, failed);
        }
    }

    private <T> T proxy(Class<T> contract, Duration timeout, Supplier<String> peer) {
        CallProxy handler = new CallProxy(plugin, contract, timeout, peer, kit.exchange());
        return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, handler));
    }

    private String one(Target target) {
        List<String> there = named(target);
        if (there.isEmpty()) {
            throw new CallFailedException(
                    NOBODY_THERE, "no instance for " + target + " is connected. The call was not sent.");
        }
        return there.get(Math.floorMod(turn.getAndIncrement(), there.size()));
    }

    private List<String> named(Target target) {
        if (target instanceof Target.Instance instance) {
            return Arrays.stream(Service.values())
                    .flatMap(service -> kit.peers().connected(service).stream())
                    .filter(instance.name()::equals)
                    .toList();
        }
        return target instanceof Target.Any any
                ? kit.peers().connected(any.service())
                : kit.peers().connected(((Target.Every) target).service());
    }
}
