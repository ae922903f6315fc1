package org.peekplatform.runtime.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/**
 * Found by the container in the platform's library for every web archive that depends on it, which is every plugin's:
 * no plugin can leave the gate out. The platform's own archives have theirs already. Before all of them, bodies are gathered.
 */
public class PluginGateInstaller implements ServletContainerInitializer {
    @Override
    public void onStartup(Set<Class<?>> types, ServletContext context) {
        boolean ofPlatform = isOfPlatform(context);
        EarlyBodies.before(context, ofPlatform);
        if (ofPlatform) {
            return;
        }
        FilterRegistration.Dynamic gate = context.addFilter("peek-plugin-gate", PluginGateFilter.class);
        gate.setAsyncSupported(true);
        gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static boolean isOfPlatform(ServletContext context) {
        String path = context.getContextPath();
        return path.isEmpty() || path.indexOf('/', 1) < 0;
    }
}
