package org.peekplatform.runtime.part;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** What a consumer gets injected: finds the provider at each call and runs the method in the provider's context. */
final class PublishedApiProxy implements InvocationHandler {
    private final PublishedApis apis;
    private final Class<?> api;

    private PublishedApiProxy(PublishedApis apis, Class<?> api) {
        this.apis = apis;
        this.api = api;
    }

    static Object of(PublishedApis apis, Class<?> api) {
        return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, new PublishedApiProxy(apis, api));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return objectMethod(proxy, method, arguments);
        }
        PublishedApis.Provider provider = apis.find(api);
        try {
            return provider.context().call(() -> method.invoke(provider.reference(), arguments));
        } catch (InvocationTargetException thrownByProvider) {
            throw thrownByProvider.getCause();
        }
    }

    private Object objectMethod(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "PublishedApi(" + api.getName() + ")";
        };
    }
}
