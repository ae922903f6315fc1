package org.peekplatform.runtime.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.peekplatform.core.wanted.Deployed;

/** Deployments of this WildFly. Every operation is atomic: it worked, or all is as before. */
public interface Deployer {

    /** What came of an operation. */
    sealed interface Result {
        record Done() implements Result {}

        /** WildFly refused and restored what was there before. */
        record Refused(String reason) implements Result {}
    }

    /** True once WildFly has finished its boot; operations before that would wait for it. */
    boolean isReady();

    /** All deployments by name. */
    Map<String, Deployed> deployments();

    /** Adds a deployment or replaces the one of that name; dependents are restarted. */
    Result put(String name, Path ear, boolean enabled);

    Result enable(String name);

    Result disable(String name);

    /** Removes deployments in one operation, in whatever order their dependencies ask for. */
    Result remove(List<String> names);
}
