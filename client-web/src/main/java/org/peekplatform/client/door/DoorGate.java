package org.peekplatform.client.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.peekplatform.client.session.DeviceCookie;
import org.peekplatform.client.session.DeviceIdentities;
import org.peekplatform.runtime.web.Provenance;

/** Judges requests of devices: from where, then by whom. Denies by default. */
public final class DoorGate {
    private final DeviceIdentities identities;

    public DoorGate(DeviceIdentities identities) {
        this.identities = identities;
    }

    /** The request with its sender; empty when it was refused and answered. */
    public Optional<HttpServletRequest> admit(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isForeign(request)) {
            DoorAnswers.refuse(response, 403, "PEEK-4231", "The request does not come from a page of this service.");
            return Optional.empty();
        }
        Optional<DeviceIdentities.Answer> answer = DeviceCookie.token(request).map(identities::find);
        if (answer.isPresent() && answer.get() instanceof DeviceIdentities.SignedIn in) {
            return Optional.of(new DeviceRequest(request, new DevicePrincipal(in.session(), request.getRemoteAddr())));
        }
        if (answer.filter(DeviceIdentities.Unknown.class::isInstance).isPresent()) {
            DoorAnswers.refuse(response, 503, "PEEK-4232", "The server does not answer. Try again in a moment.");
        } else {
            DoorAnswers.refuse(
                    response, 401, "PEEK-4233", "Sign in first: POST " + request.getContextPath() + "/session.");
        }
        return Optional.empty();
    }

    /** A WebSocket's handshake and every change must show that they come from here; reading must not show otherwise. */
    static boolean isForeign(HttpServletRequest request) {
        Provenance provenance = new Provenance(
                Provenance.target(request.getScheme(), all(request, "Host")),
                all(request, "Origin"),
                all(request, "Sec-Fetch-Site"));
        boolean reads = request.getMethod().equals("GET") && request.getHeader("Upgrade") == null;
        return reads ? provenance.foreign() : !provenance.proven();
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
