package org.peekplatform.server.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.peekplatform.server.account.OpenedSession;
import org.peekplatform.server.web.problem.ProblemResponses;
import org.peekplatform.server.web.security.SessionCookie;
import org.peekplatform.server.web.security.TooManyTries;

/** Answers that signing in and changing the password share. */
final class SessionAnswers {
    private SessionAnswers() {}

    /** The new session, its token in the cookie. */
    static Response opened(OpenedSession opened, HttpServletRequest request) {
        return Response.ok(SessionView.of(opened.session()))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.set(opened.token(), request))
                .build();
    }

    static Response tooMany(Duration retryAfter) {
        Response.ResponseBuilder answer = ProblemResponses.of(TooManyTries.problem(retryAfter));
        TooManyTries.headers(retryAfter).forEach(answer::header);
        return answer.build();
    }
}
