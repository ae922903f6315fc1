package org.peekplatform.client.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.peekplatform.api.account.User;
import org.peekplatform.client.session.DeviceCookie;
import org.peekplatform.client.session.DeviceIdentities;
import org.peekplatform.client.upstream.ServerLink;
import org.peekplatform.core.json.Json;
import org.peekplatform.runtime.live.LiveMessages;
import org.peekplatform.runtime.live.SignInAnswer;
import org.peekplatform.runtime.web.SecurityHeaders;

/** Signing in and out on a device, and who is signed in. */
@WebServlet("/session")
public class SessionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST_BODY = 4096;
    private static final Duration COOKIE_LIFE = Duration.ofDays(180);

    @Inject
    transient ServerLink server;

    @Inject
    transient DeviceIdentities identities;

    @Inject
    transient DoorGate gate;

    private record Credentials(String name, String password) {}

    private record Answer(User user) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<HttpServletRequest> admitted = gate.admit(request, response);
        if (admitted.isPresent()) {
            DevicePrincipal who = (DevicePrincipal) admitted.get().getUserPrincipal();
            DoorAnswers.give(response, new Answer(who.session().user()));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (DoorGate.isForeign(request)) {
            DoorAnswers.refuse(response, 403, "PEEK-4238", "Sign in on a page of this service.");
            return;
        }
        Optional<Credentials> sent = credentials(request.getInputStream().readNBytes(LARGEST_BODY));
        if (sent.isEmpty()) {
            DoorAnswers.refuse(response, 400, "PEEK-4239", "Send {\"name\": …, \"password\": …}.");
            return;
        }
        try {
            answer(
                    server.signIn(new LiveMessages.SignIn(
                                    sent.get().name(), sent.get().password(), request.getRemoteAddr()))
                            .join(),
                    request,
                    response);
        } catch (CompletionException serverAway) {
            DoorAnswers.refuse(response, 503, "PEEK-4240", "The server does not answer. Try again in a moment.");
        }
    }

    private static void answer(SignInAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (answer.token().isPresent()) {
            response.setHeader("Set-Cookie", DeviceCookie.set(answer.token().get(), COOKIE_LIFE, request));
            DoorAnswers.give(response, new Answer(answer.user().orElseThrow()));
        } else if (answer.retryAfterSeconds().isPresent()) {
            response.setHeader("Retry-After", answer.retryAfterSeconds().get().toString());
            DoorAnswers.refuse(
                    response,
                    429,
                    "PEEK-4241",
                    "Too many tries. Try again in " + answer.retryAfterSeconds().get() + " s.");
        } else {
            DoorAnswers.refuse(
                    response, 401, "PEEK-4242", answer.problem().orElse("Name and password do not belong together."));
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (DoorGate.isForeign(request)) {
            DoorAnswers.refuse(response, 403, "PEEK-4243", "Sign out on a page of this service.");
            return;
        }
        DeviceCookie.token(request).ifPresent(token -> {
            server.signOut(new LiveMessages.SignOut(DeviceIdentities.ref(token), request.getRemoteAddr()));
            identities.forget(token);
        });
        response.setHeader("Set-Cookie", DeviceCookie.clear(request));
        SecurityHeaders.apply(response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static Optional<Credentials> credentials(byte[] body) {
        try {
            return Optional.ofNullable(Json.read(body, Credentials.class))
                    .filter(sent -> sent.name() != null && sent.password() != null);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
