package org.peekplatform.runtime.web;

import io.undertow.servlet.spec.ServletContextImpl;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/** Puts {@link BodyIntake} before a web archive. There is one budget in a service, which is why it is static. */
final class EarlyBodies {
    /** Context parameter of an archive of the platform: paths, with blanks between them, that read larger bodies themselves. */
    static final String READ_LATER = "peek.bodies.read-later";

    private static final BodyBudget BUDGET = new BodyBudget(Runtime.getRuntime().maxMemory() / 16);

    /** Larger bodies at once: far fewer than the worker threads of the smallest machine. */
    private static final Semaphore LARGE_PLACES = new Semaphore(8);

    private EarlyBodies() {}

    /** An archive of the platform names those paths; that of a plugin reads all its large bodies itself, behind the gate. */
    static void before(ServletContext context, boolean ofPlatform) {
        Predicate<String> readsLater =
                ofPlatform ? paths(context.getInitParameter(READ_LATER))::contains : path -> true;
        // Undertow has no other way in for those who are found as this is: extensions of its own are looked for in the
        // archive only.
        ((ServletContextImpl) context)
                .getDeployment()
                .getDeploymentInfo()
                .addInitialHandlerChainWrapper(next -> new BodyIntake(next, readsLater, BUDGET, LARGE_PLACES));
    }

    private static Set<String> paths(String parameter) {
        return Optional.ofNullable(parameter)
                .map(list -> Set.of(list.strip().split("\\s+")))
                .orElse(Set.of());
    }
}
