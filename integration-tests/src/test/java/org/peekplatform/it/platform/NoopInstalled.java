package org.peekplatform.it.platform;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.peekplatform.api.Service;

/**
 * All services in one WildFly, and noop on them, for tests that run inside it. Stands before Arquillian, which connects
 * to that WildFly and asks for JMX while it deploys; the platform has that door shut, so it is opened for the test and
 * shut again. Inside the WildFly there is nothing to do.
 */
public final class NoopInstalled extends RunningPlatform implements BeforeAllCallback, AfterAllCallback {
    private static final String DOOR = "/subsystem=jmx/remoting-connector=jmx:";

    public NoopInstalled() {
        super(Topology.ALL_IN_ONE);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        if (isInside()) {
            return;
        }
        Platform platform = platform(test);
        platform.plugins().removeAll();
        platform.plugins().install(Plugins.built("noop"));
        platform.cli(Service.SERVER, DOOR + "add");
        System.setProperty("peek.it.management", String.valueOf(platform.managementPort(Service.SERVER)));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (!isInside()) {
            platform(test).cli(Service.SERVER, DOOR + "remove");
        }
    }

    private static boolean isInside() {
        return System.getProperty("peek.root") == null;
    }
}
