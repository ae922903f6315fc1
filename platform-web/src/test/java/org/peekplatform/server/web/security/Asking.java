package org.peekplatform.server.web.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.peekplatform.runtime.web.Provenance;

/** Builds requests to the gate. */
record Asking(String method, String path, List<String> origins, Proof proof) {
    static final String HERE = "https://peek.example";
    private static final Proof NO_PROOF = new Proof(Optional.empty(), Optional.empty(), Optional.empty());

    static Asking to(String method, String path) {
        return new Asking(method, path, List.of(), NO_PROOF);
    }

    Asking from(String origin) {
        return new Asking(method, path, List.of(origin), proof);
    }

    Asking session(String token) {
        return new Asking(method, path, origins, new Proof(Optional.of(token), proof.csrf(), proof.authorization()));
    }

    Asking csrf(String word) {
        return new Asking(
                method, path, origins, new Proof(proof.sessionToken(), Optional.of(word), proof.authorization()));
    }

    Asking basic(String nameAndPassword) {
        String encoded = Base64.getEncoder().encodeToString(nameAndPassword.getBytes(StandardCharsets.UTF_8));
        return authorization("Basic " + encoded);
    }

    Asking authorization(String header) {
        return new Asking(method, path, origins, new Proof(proof.sessionToken(), proof.csrf(), Optional.of(header)));
    }

    AccessRequest request() {
        return new AccessRequest(method, path, path, "192.0.2.7", new Provenance(HERE, origins, List.of()), proof);
    }
}
