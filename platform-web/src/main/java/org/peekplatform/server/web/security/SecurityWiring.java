package org.peekplatform.server.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.peekplatform.server.account.Credentials;
import org.peekplatform.server.account.Sessions;

/** Joins this room. */
@ApplicationScoped
class SecurityWiring {
    @Produces
    @Singleton
    Gate gate(Sessions sessions, Credentials credentials) {
        return new AccessGate(new AccessDecision(new AccountIdentities(sessions, credentials)));
    }
}
