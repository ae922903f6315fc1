package org.peekplatform.server.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peekplatform.server.web.problem.Problem;

/** The rules of the gate, in their order: method, path, open places, then who it is, then what that one may. */
public final class AccessDecision {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final String ALLOW = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";
    private static final String API = "/api/v1";
    private static final String SESSION = "/api/v1/session";

    private final Identities identities;

    public AccessDecision(Identities identities) {
        this.identities = identities;
    }

    public Decision decide(AccessRequest request) {
        if (!METHODS.contains(request.method())) {
            Problem problem = Problem.of(405, "PEEK-5110", "The server does not know this method.");
            return new Decision.Refused(problem, Map.of("Allow", ALLOW));
        }
        return RequestPath.read(request.rawPath(), request.containerPath())
                .map(path -> decide(request, path))
                .orElseGet(() -> Decision.refused(
                        400, "PEEK-5111", "The path can be read in more than one way. Send it in its plain form."));
    }

    private Decision decide(AccessRequest request, String path) {
        if (PublicPaths.open(request.method(), path)) {
            boolean foreign = request.changes() && request.provenance().foreign();
            return foreign ? foreign() : new Decision.Allowed(Optional.empty());
        }
        Optional<String> authorization = request.proof().authorization();
        if (authorization.isPresent() && PublicPaths.below(API, path)) {
            return byPassword(request, path, authorization.get());
        }
        return request.proof()
                .sessionToken()
                .flatMap(identities::bySession)
                .map(session -> bySession(request, path, session))
                .orElseGet(AccessDecision::signInFirst);
    }

    private Decision bySession(AccessRequest request, String path, Identities.SignedIn session) {
        if (request.changes() && !request.provenance().proven()) {
            return foreign();
        }
        if (request.changes() && !same(session.csrf(), request.proof().csrf().orElse(""))) {
            return Decision.refused(
                    403,
                    "PEEK-5112",
                    "The header X-Peek-Csrf is missing or not that of the session."
                            + " Nothing was changed. Read it from GET /api/v1/session.");
        }
        return unlessPasswordIsDue(session.mustChange(), path, session.caller());
    }

    private Decision byPassword(AccessRequest request, String path, String authorization) {
        Optional<BasicCredentials> sent = BasicCredentials.read(authorization);
        if (sent.isEmpty()) {
            return signInFirst();
        }
        Identities.PasswordAnswer answer =
                identities.byPassword(sent.get().name(), sent.get().password(), request.address());
        if (answer instanceof Identities.Known known) {
            return unlessPasswordIsDue(known.mustChange(), path, known.caller());
        }
        return answer instanceof Identities.TooMany tooMany ? tooMany(tooMany.retryAfter()) : signInFirst();
    }

    private static Decision unlessPasswordIsDue(boolean mustChange, String path, Caller caller) {
        return mustChange && !PublicPaths.below(SESSION, path)
                ? Decision.refused(
                        403,
                        "PEEK-5113",
                        "The one-time password of '" + caller.name()
                                + "' serves to set another one only: PUT /api/v1/session/password.")
                : new Decision.Allowed(Optional.of(caller));
    }

    private static Decision signInFirst() {
        // No WWW-Authenticate: browsers would ask for the password and from then on send it by themselves.
        return Decision.refused(401, "PEEK-5114", "Sign in first: POST /api/v1/session, or HTTP Basic below /api/v1.");
    }

    private static Decision foreign() {
        return Decision.refused(
                403,
                "PEEK-5115",
                "The request does not come from a page of this server. Nothing was"
                        + " changed. Behind a proxy, see that scheme, host and port arrive unchanged.");
    }

    private static Decision tooMany(Duration retryAfter) {
        return new Decision.Refused(TooManyTries.problem(retryAfter), TooManyTries.headers(retryAfter));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
