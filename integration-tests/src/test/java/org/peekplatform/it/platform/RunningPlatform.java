package org.peekplatform.it.platform;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
        return platform(test);
    }

    Platform platform(ExtensionContext test) {
        return test.getRoot()
                .getStore(ROOM)
                .getOrComputeIfAbsent(Current.class, key -> new Current(), Current.class)
                .of(topology);
    }

    /** The one that runs; two at a time would be in each other's way on a small machine. */
    private static final class Current implements AutoCloseable {
        private final Set<Topology> broken = EnumSet.noneOf(Topology.class);
        private Optional<Platform> running = Optional.empty();

        synchronized Platform of(Topology asked) {
            Optional<Platform> right = running.filter(platform -> platform.topology() == asked);
            if (right.isEmpty()) {
                close();
                running = Optional.of(start(asked));
            }
            return running.orElseThrow();
        }

        /** What did not start once is not tried for every test again. */
        private Platform start(Topology asked) {
            if (!broken.add(asked)) {
                throw new AssertionError("the platform " + asked + " did not start, see the first failure");
            }
            Platform platform = Platform.up(asked);
            broken.remove(asked);
            return platform;
        }

        @Override
        public synchronized void close() {
            Optional<Platform> last = running;
            running = Optional.empty();
            last.ifPresent(Platform::close);
        }
    }
}
