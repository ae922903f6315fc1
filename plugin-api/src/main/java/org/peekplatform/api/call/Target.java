package org.peekplatform.api.call;

import static java.util.Objects.requireNonNull;

import org.peekplatform.api.Service;

/**
 * Whom a call is for.
 *
 * @since 0.1
 */
public sealed interface Target {

    /** The server. */
    static Target server() {
        return new Any(Service.SERVER);
    }

    /** One instance by its name, such as {@code agent1}. */
    static Target instance(String name) {
        return new Instance(name);
    }

    /** Any one connected instance of a service; successive calls take turns. */
    static Target any(Service service) {
        return new Any(service);
    }

    /** All connected instances of a service, for {@link Calls#toEvery}. */
    static Target every(Service service) {
        return new Every(service);
    }

    /** See {@link Target#instance}. */
    record Instance(String name) implements Target {
        public Instance {
            requireNonNull(name, "name is null");
        }
    }

    /** See {@link Target#any}. */
    record Any(Service service) implements Target {
        public Any {
            requireNonNull(service, "service is null");
        }
    }

    /** See {@link Target#every}. */
    record Every(Service service) implements Target {
        public Every {
            requireNonNull(service, "service is null");
        }
    }
}
