package org.peekplatform.runtime.part;

import jakarta.enterprise.inject.spi.Bean;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.api.ApiUnavailableException;

/** Which part publishes which API on this service. Providers come and go with their deployments. */
public final class PublishedApis {
    private final Map<Class<?>, Provider> providers = new ConcurrentHashMap<>();

    /** One published interface and the bean behind it; the bean is looked up at the first call. */
    static final class Provider {
        private final CdiPartContext context;
        private final Bean<?> bean;
        private final Class<?> api;
        private volatile Object reference;

        Provider(CdiPartContext context, Bean<?> bean, Class<?> api) {
            this.context = context;
            this.bean = bean;
            this.api = api;
        }

        CdiPartContext context() {
            return context;
        }

        Object reference() {
            Object found = reference;
            if (found == null) {
                found = context.reference(bean, api);
                reference = found;
            }
            return found;
        }
    }

    void publish(Class<?> api, Provider provider) {
        if (providers.putIfAbsent(api, provider) != null) {
            throw new IllegalStateException("PEEK-3202 API " + api.getName()
                    + " is published by another plugin already. This one was not published. Stop the other first.");
        }
    }

    void retract(Class<?> api, Provider provider) {
        providers.remove(api, provider);
    }

    Provider find(Class<?> api) {
        Provider provider = providers.get(api);
        if (provider == null) {
            throw new ApiUnavailableException(api.getName());
        }
        return provider;
    }

    /** An API for the platform's own use; empty when nobody publishes it now. */
    public <T> Optional<T> published(Class<T> api) {
        return providers.containsKey(api) ? Optional.of(api.cast(PublishedApiProxy.of(this, api))) : Optional.empty();
    }

    /** Names of all APIs that can be called now. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        providers.keySet().forEach(api -> names.add(api.getName()));
        return names;
    }
}
