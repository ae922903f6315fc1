package org.peekplatform.server.web.plugin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.server.rollout.Operation.Actor;
import org.peekplatform.server.rollout.Order;
import org.peekplatform.server.upload.UploadOutcome;
import org.peekplatform.server.web.problem.ProblemResponses;

/** Outcomes of the desks as responses. */
final class Orders {
    private static final int UNFIT = 422;

    private Orders() {}

    static Actor actor(HttpServletRequest request) {
        return new Actor(request.getRemoteUser(), request.getRemoteAddr());
    }

    static Response answer(Order order, String subject) {
        if (order instanceof Order.Taken taken) {
            return Response.accepted(new OperationView.Ordered(taken.operation().id()))
                    .header(
                            "Location",
                            "/api/v1/operations/" + taken.operation().id())
                    .build();
        }
        return order instanceof Order.Refused refused ? refused(409, refused.problems()) : unknown(subject);
    }

    static Response unknown(String subject) {
        return problem(404, "PEEK-5401", "There is no " + subject + ".", List.of());
    }

    static Response refused(UploadOutcome outcome) {
        return outcome instanceof UploadOutcome.TooLarge large
                ? problem(
                        413,
                        "PEEK-5402",
                        "The archive is larger than " + large.limit()
                                + " bytes. Reading was stopped and nothing was kept.",
                        List.of())
                : refused(UNFIT, ((UploadOutcome.Refused) outcome).problems());
    }

    private static Response refused(int status, List<Problem> problems) {
        Problem first = problems.get(0);
        return problem(status, first.code(), first.message(), problems);
    }

    static Response problem(int status, String code, String detail, List<Problem> problems) {
        return ProblemResponses.of(org.peekplatform.server.web.problem.Problem.of(
                        status,
                        code,
                        detail,
                        problems.stream()
                                .map(p -> new org.peekplatform.server.web.problem.Problem.Reason(p.code(), p.message()))
                                .toList()))
                .build();
    }
}
