package org.peekplatform.api.call;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.peekplatform.api.Registration;
import org.peekplatform.api.Service;

/**
 * Typed calls between the parts of one plugin on different services: server to agent, client or worker, and each of
 * those to the server. A contract is a Java interface whose parameters and results are records, enums, strings,
 * numbers, booleans, {@code java.time} types, {@code UUID}, and lists, maps and optionals of those; they travel as JSON.
 *
 * <p>Parts of other plugins are reached by their published APIs, never by a call across services.
 *
 * @since 0.1
 */
public interface Calls {

    /**
     * Answers calls of a contract on this service, from every service.
     *
     * @param contract the interface that both sides know
     * @param provider runs on threads of the platform, several at a time; its thread is interrupted when the caller gives up
     * @return takes the provider back
     * @throws IllegalStateException when this part already provides the contract
     */
    <T> Registration provide(Class<T> contract, T provider);

    /**
     * Answers calls of a contract that come from some services only; others are refused before anything is done.
     *
     * @param callers services whose instances may call
     * @see #provide(Class, Object)
     */
    <T> Registration provide(Class<T> contract, T provider, Set<Service> callers);

    /**
     * A proxy whose methods run on another instance. It may be kept and used by several threads.
     *
     * <p>Its methods throw {@link CallFailedException} when the other side does not answer in time, is not there or
     * throws; whether a call that was not answered in time took effect is unknown. A caller whose thread is interrupted, or
     * whose time is up, gives up: the provider's thread is interrupted too.
     *
     * @param target whom to call; from a client, an agent or a worker only {@link Target#server()}
     * @param contract the interface that both sides know
     * @param timeout how long each call may take from sending to the answer
     */
    <T> T to(Target target, Class<T> contract, Duration timeout);

    /**
     * Asks every connected instance that the target names, at the same time, and collects what they say.
     *
     * @param target {@link Target#every} of a service
     * @param contract the interface that both sides know
     * @param timeout how long the slowest may take; instances that did not answer by then are listed as failed
     * @param question calls one method of the proxy it is given
     * @return one answer per instance, sorted by name; empty when no instance is connected
     */
    <T, R> List<Answer<R>> toEvery(Target target, Class<T> contract, Duration timeout, Function<T, R> question);
}
