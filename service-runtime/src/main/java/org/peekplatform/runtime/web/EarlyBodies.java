package org.peekplatform.runtime.web;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Found by the container in the platform's library for every web archive, as the gate is: bodies are there before a request
 * costs a thread. Static, because there is one such budget in a service.
 */
public class EarlyBodies implements ServletExtension {
    /** Context parameter of an archive of the platform: paths, with blanks between them, that read larger bodies themselves. */
    static final String READ_LATER = "peek.bodies.read-later";

    private static final BodyBudget BUDGET = new BodyBudget(Runtime.getRuntime().maxMemory() / 16);

    @Override
    public void handleDeployment(DeploymentInfo archive, ServletContext context) {
        Predicate<String> readsLater = PluginGateInstaller.isOfPlatform(context)
                ? paths(archive.getInitParameters().get(READ_LATER))::contains
                : path -> true;
        archive.addInitialHandlerChainWrapper(next -> new BodyIntake(next, readsLater, BUDGET));
    }

    private static Set<String> paths(String parameter) {
        return Optional.ofNullable(parameter)
                .map(list -> Set.of(list.strip().split("\\s+")))
                .orElse(Set.of());
    }
}
