package org.peekplatform.server.web.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peekplatform.server.credential.CredentialOutcome.Issued;

/**
 * A credential, shown this once.
 *
 * @param properties the file that the node's WildFly is started with, {@code -P}; address and port of the link are to be
 *     filled in
 * @param overlapEnds until then the credential before works as well, unless this one is used earlier
 */
public record IssuedView(
        String name,
        String service,
        String user,
        String password,
        String properties,
        Optional<String> ca,
        Optional<Instant> overlapEnds) {

    /** @param ca certificate of the link's CA, where the server has a port with TLS */
    static IssuedView of(Issued issued, Optional<String> ca) {
        String service = issued.identity().service().id();
        return new IssuedView(
                issued.node(),
                service,
                issued.identity().user(),
                issued.identity().password(),
                properties(issued, service, ca.isPresent()),
                ca,
                issued.overlapEnds());
    }

    private static String properties(Issued issued, String service, boolean tls) {
        String node = issued.node();
        List<String> lines = new ArrayList<>(List.of(
                "# Node " + node + " (" + service
                        + ") of the Peek Platform. Holds a password: keep it readable by WildFly's user only.",
                "jboss.node.name=" + node,
                "jboss.tx.node.id=" + node,
                "peek." + service + ".instance=" + node,
                "peek.link.host=",
                "peek.link.port=" + (tls ? "5446" : "5445"),
                "peek.link.user=" + issued.identity().user(),
                "peek.link.password=" + issued.identity().password()));
        if (tls) {
            lines.addAll(List.of("peek.link.tls=true", "# the file with the CA's certificate", "peek.link.ca="));
        }
        return String.join("\n", lines) + "\n";
    }

    @Override
    public String toString() {
        return "IssuedView[" + user + "]";
    }
}
