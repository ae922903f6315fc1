package org.peekplatform.api.hook;

/**
 * Entry of one part of a plugin. Implemented by exactly one CDI bean ({@code @ApplicationScoped}) per service, through
 * {@link ServerHook}, {@link ClientHook}, {@link AgentHook} or {@link WorkerHook}.
 *
 * <p>Order: {@code load}, {@code start}, …, {@code stop}, {@code unload}. The hooks of all plugins that this one
 * requires have started before {@code load} is called. The platform calls one method at a time, from one thread, with
 * the part's class loader as context loader; each must return within 30 seconds, or the version counts as failed. An
 * exception from {@code load} or {@code start} fails the version, which is then taken back; one from {@code stop} or
 * {@code unload} is logged and the part is removed all the same.
 *
 * @param <P> the platform object of the service
 * @since 0.1
 */
public interface PluginHook<P extends Platform> {

    /** Prepare what must be there before anything starts: register providers, read settings. */
    default void load(P platform) {}

    /** Begin to work. */
    default void start(P platform) {}

    /** Stop to work. Registrations are still in place. */
    default void stop(P platform) {}

    /** Let go of what {@link #load} took. The platform takes registrations back afterwards. */
    default void unload(P platform) {}
}
