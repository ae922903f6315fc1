package org.peekplatform.runtime.part;

import java.util.Optional;
import org.jboss.modules.Module;

/** Tells from a class in which deployed EAR it lies: WildFly names modules {@code deployment.<ear>[.<archive>]}. */
final class DeploymentName {
    private static final String PREFIX = "deployment.";
    private static final String EAR = ".ear";

    private DeploymentName() {}

    /** The EAR that a class was deployed with; empty for classes of the server and of the JDK. */
    static Optional<String> of(Class<?> type) {
        Module module = Module.forClass(type);
        if (module == null || !module.getName().startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = module.getName().substring(PREFIX.length());
        int end = rest.indexOf(EAR + ".");
        if (end >= 0) {
            return Optional.of(rest.substring(0, end + EAR.length()));
        }
        return rest.endsWith(EAR) ? Optional.of(rest) : Optional.empty();
    }

    /** The class lies in the library folder of a plugin's EAR, which is what other plugins may see. */
    static boolean isExposedByPlugin(Class<?> type) {
        Module module = Module.forClass(type);
        return module != null
                && module != Module.forClass(DeploymentName.class)
                && module.getName().startsWith(PREFIX)
                && module.getName().endsWith(EAR);
    }
}
