package org.peekplatform.it.platform;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the platform of their topology. It is started once for all of them and stopped when the last has run. */
abstract class RunningPlatform implements ParameterResolver {
    private static final Namespace ROOM = Namespace.create(RunningPlatform.class);

    private final Topology topology;

    RunningPlatform(Topology topology) {
        this.topology = topology;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ROOM)
                .getOrComputeIfAbsent(Current.class, key -> new Current(), Current.class)
                .of(topology);
    }

    /** The one that runs; two at a time would be in each other's way on a small machine. */
    private static final class Current implements AutoCloseable {
        private Topology topology;
        private Platform platform;

        synchronized Platform of(Topology asked) {
            if (topology != asked) {
                close();
                platform = Platform.up(asked);
                topology = asked;
            }
            return platform;
        }

        @Override
        public synchronized void close() {
            if (topology != null) {
                topology = null;
                platform.close();
            }
        }
    }
}
