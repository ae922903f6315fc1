package org.peekplatform.runtime.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.peekplatform.api.Service;
import org.peekplatform.core.release.Release;
import org.peekplatform.runtime.messaging.Credential;

/**
 * Who this instance is.
 *
 * @param instance its name, unique on the platform
 * @param home where it keeps what must survive a restart
 * @param managementPort of the WildFly it runs in
 */
public record NodeSettings(
        Service service,
        String instance,
        String platformVersion,
        Path home,
        int managementPort,
        Optional<Credential> credential) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public NodeSettings {
        if (!NAME.matcher(instance).matches()) {
            throw new IllegalArgumentException("PEEK-3601 instance name '" + instance + "' is refused: it must be "
                    + NAME + ". The " + service.id() + " service does not start. Set peek." + service.id()
                    + ".instance.");
        }
    }

    /** @param property gives the value of a system property, or null */
    public static NodeSettings of(Service service, UnaryOperator<String> property) {
        String instance = or(property, "peek." + service.id() + ".instance", service.id() + "1");
        Path home = Path.of(or(property, "jboss.server.data.dir", "."), "peek", service.id());
        int offset = Integer.parseInt(or(property, "jboss.socket.binding.port-offset", "0"));
        int port = Integer.parseInt(or(property, "jboss.management.http.port", "9990"));
        Optional<Credential> credential = Optional.ofNullable(property.apply("peek.link.user"))
                .map(user -> new Credential(user, or(property, "peek.link.password", "")));
        return new NodeSettings(service, instance, Release.version(), home, port + offset, credential);
    }

    private static String or(UnaryOperator<String> property, String name, String otherwise) {
        return Optional.ofNullable(property.apply(name)).orElse(otherwise);
    }
}
