package org.peekplatform.runtime.part;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.Callable;

/** Runs code of a plugin from outside its deployment: its class loader as context loader, a request context active. */
public final class PartContext {
    private final BeanManager beans;
    private final ClassLoader loader;

    PartContext(BeanManager beans, ClassLoader loader) {
        this.beans = beans;
        this.loader = loader;
    }

    /** Calls code of the part. What it throws reaches the caller unchanged. */
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
