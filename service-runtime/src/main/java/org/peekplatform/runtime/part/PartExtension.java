package org.peekplatform.runtime.part;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessSyntheticBean;
import jakarta.inject.Provider;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peekplatform.api.PublishedApi;
import org.peekplatform.api.hook.PluginHook;

/**
 * Runs in the bean container of every plugin EAR: injects other plugins' APIs, publishes this one's, finds the hook.
 *
 * <p>Publishing waits for {@code @Initialized(ApplicationScoped)}: an earlier event would leave a stale entry when the
 * deployment fails afterwards, since {@code BeforeShutdown} is not fired then.
 */
public class PartExtension implements Extension {
    private final PartRegistry registry = PartRegistry.shared();
    private final Set<Class<?>> wanted = new LinkedHashSet<>();
    private final Map<Class<?>, Bean<?>> offered = new LinkedHashMap<>();
    private final List<Bean<?>> hooks = new ArrayList<>();
    private final Map<Class<?>, PublishedApis.Provider> published = new LinkedHashMap<>();
    private Optional<Part> part = Optional.empty();

    <T, X> void injectionPoint(@Observes ProcessInjectionPoint<T, X> event) {
        InjectionPoint point = event.getInjectionPoint();
        if (point.getQualifiers().stream().noneMatch(q -> q.annotationType() == PublishedApi.class)) {
            return;
        }
        if (unwrapped(point.getType()) instanceof Class<?> api && api.isInterface()) {
            wanted.add(api);
        } else {
            event.addDefinitionError(new DeploymentException("PEEK-3203 @PublishedApi asks for " + point.getType()
                    + " in " + point.getMember() + ", which is not an interface. The part was not deployed."));
        }
    }

    void bean(@Observes ProcessBean<?> event) {
        if (event instanceof ProcessSyntheticBean) {
            return; // our own proxies: a consumer must not publish what it consumes
        }
        Bean<?> bean = event.getBean();
        if (PluginHook.class.isAssignableFrom(bean.getBeanClass())) {
            hooks.add(bean);
        }
        if (bean.getQualifiers().stream().anyMatch(q -> q.annotationType() == PublishedApi.class)) {
            bean.getTypes().stream()
                    .filter(type -> type instanceof Class<?> c && c.isInterface())
                    .map(type -> (Class<?>) type)
                    .filter(DeploymentName::isExposedByPlugin)
                    .forEach(api -> offered.put(api, bean));
        }
    }

    void injectApis(@Observes AfterBeanDiscovery event) {
        wanted.stream()
                .filter(api -> !offered.containsKey(api))
                .forEach(api -> event.addBean()
                        .scope(Dependent.class)
                        .addTypes(api, Object.class)
                        .addQualifier(new PublishedApiLiteral())
                        .id("peek-api:" + api.getName())
                        .produceWith(instance -> PublishedApiProxy.of(registry.apis(), api)));
    }

    synchronized void started(@Observes @Initialized(ApplicationScoped.class) Object ignored, BeanManager beans) {
        Optional<Class<?>> home =
                hooks.stream().<Class<?>>map(Bean::getBeanClass).findFirst();
        if (part.isPresent() || home.isEmpty()) {
            return; // fired once more for every web archive of the EAR; the platform's own EAR has no hook
        }
        CdiPartContext context = new CdiPartContext(beans, home.get().getClassLoader());
        try {
            offered.forEach((api, bean) -> publish(api, new PublishedApis.Provider(context, bean, api)));
        } catch (IllegalStateException taken) {
            retractAll();
            throw taken; // fails the deployment, with the reason
        }
        Set<String> names = published.keySet().stream().map(Class::getName).collect(Collectors.toSet());
        DeploymentName.of(home.get()).ifPresent(deployment -> {
            part = Optional.of(new Part(deployment, context, () -> hook(deployment, context), names));
            registry.add(part.get());
        });
    }

    synchronized void stopping(@Observes @BeforeDestroyed(ApplicationScoped.class) Object ignored) {
        part.ifPresent(registry::remove);
        part = Optional.empty();
        retractAll();
    }

    private PluginHook<?> hook(String deployment, CdiPartContext context) {
        if (hooks.size() != 1) {
            throw new IllegalStateException("PEEK-3201 part '" + deployment + "' has " + hooks.size()
                    + " hook beans, exactly one is needed. The part was not started.");
        }
        return (PluginHook<?>) context.reference(hooks.get(0), hooks.get(0).getBeanClass());
    }

    private void publish(Class<?> api, PublishedApis.Provider provider) {
        registry.apis().publish(api, provider);
        published.put(api, provider);
    }

    private void retractAll() {
        published.forEach(registry.apis()::retract);
        published.clear();
    }

    void shutDown(@Observes BeforeShutdown event) {
        stopping(event); // when the container goes without having destroyed its application context
        offered.clear();
        wanted.clear();
        hooks.clear();
    }

    private static Type unwrapped(Type type) {
        boolean lazy = type instanceof ParameterizedType p
                && (p.getRawType() == Instance.class || p.getRawType() == Provider.class);
        return lazy ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    }
}
