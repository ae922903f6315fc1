package org.peekplatform.runtime.part;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.Callable;

/** The context of a deployed part: its class loader as context loader, a request context active. */
final class CdiPartContext implements PartContext {
    private final BeanManager beans;
    private final ClassLoader loader;

    CdiPartContext(BeanManager beans, ClassLoader loader) {
        this.beans = beans;
        this.loader = loader;
    }

    @Override
    public <T> T call(Callable<T> code) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        RequestContextController request =
                beans.createInstance().select(RequestContextController.class).get();
        boolean activated = request.activate();
        try {
            return code.call();
        } finally {
            if (activated) {
                request.deactivate();
            }
            thread.setContextClassLoader(before);
        }
    }

    Object reference(Bean<?> bean, Class<?> type) {
        return beans.getReference(bean, type, beans.createCreationalContext(bean));
    }
}
