package org.peekplatform.server.live;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.UUID;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.ActionContext;
import org.peekplatform.api.live.ActionRefusedException;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.wire.Headers.Outcome;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.server.account.DeviceSessions;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.live.ActionLanes.Lane;
import org.peekplatform.server.live.Takers.Taker;

/**
 * Carries actions of devices out, each exactly once: that it was done is written in the transaction in which it is done. A
 * refusal is written too, so that a copy which arrives late does not do what the user was told is not done.
 */
public final class ActionDesk {
    public static final String DONE = "live.actions.done";
    public static final String REPEATED = "live.actions.repeated";
    public static final String REFUSED = "live.actions.refused";

    private static final Logger LOG = System.getLogger(ActionDesk.class.getName());
    private static final long SOON_MILLIS = 2_000;

    private final DeviceSessions sessions;
    private final Takers takers;
    private final Database database;
    private final ActionLanes lanes;
    private final LiveCounters counters;

    public ActionDesk(
            DeviceSessions sessions, Takers takers, Database database, ActionLanes lanes, LiveCounters counters) {
        this.sessions = sessions;
        this.takers = takers;
        this.database = database;
        this.lanes = lanes;
        this.counters = counters;
    }

    /** @return what the device is told */
    LiveFrame act(Requests.Act request, byte[] body) {
        try {
            Optional<User> user = sessions.find(request.session());
            return user.isPresent()
                    ? act(request, user.get(), body)
                    : later(request, "the session is over; sign in again");
        } catch (RuntimeException e) { // the rim: the database is away; the device keeps the action
            LOG.log(Level.WARNING, () -> "PEEK-4220 action '" + request.id() + "' is to be sent again", e);
            return later(request, "the database does not answer");
        }
    }

    private LiveFrame act(Requests.Act request, User user, byte[] body) {
        Optional<Taker> taker = takers.action(request.a());
        if (taker.isEmpty()) {
            return nobody(request);
        }
        String plugin = request.a().substring(0, request.a().indexOf('.'));
        Lane lane = new Lane(user.name(), request.device(), plugin);
        try {
            return database.inTransaction(() -> once(request, lane, user, taker.get(), body));
        } catch (RuntimeException failed) { // the rim: whatever the plugin threw, or the commit
            return takers.action(request.a()).equals(taker) || failed instanceof Refusal
                    ? undone(request, lane, failed)
                    : nobody(request); // it was taken away under the action
        }
    }

    private static LiveFrame nobody(Requests.Act request) {
        return later(request, "no plugin that runs now takes '" + request.a() + "'");
    }

    private static LiveFrame later(Requests.Act request, String why) {
        return LiveFrame.of(Outcome.later(request.id(), why, SOON_MILLIS));
    }

    private LiveFrame once(Requests.Act request, Lane lane, User user, Taker taker, byte[] body) {
        if (!lanes.advance(lane, request.n(), request.id())) {
            return earlier(request, lane);
        }
        Object action = read(taker, body);
        if (!taker.allows(user, action)) {
            throw new Refusal("PEEK-4217", "'" + user.name() + "' may not do '" + request.a() + "'.");
        }
        LiveFrame done = LiveFrame.of(
                Outcome.done(request.id()),
                Json.write(result(taker, action, new ActionContext(user, request.device(), request.id()))));
        lanes.answer(lane, done);
        counters.count(DONE);
        return done;
    }

    private LiveFrame earlier(Requests.Act request, Lane lane) {
        counters.count(REPEATED);
        return lanes.answered(lane, request.n(), request.id())
                .orElseGet(() -> LiveFrame.of(Outcome.refused(
                        request.id(),
                        "PEEK-4218",
                        "the device has sent a later action before; this one was not done. Do it again.")));
    }

    private static Object read(Taker taker, byte[] body) {
        return taker.read(body)
                .orElseThrow(() -> new Refusal(
                        "PEEK-4219", "what was sent is no " + taker.type().getSimpleName() + ". Reload the page."));
    }

    private static Object result(Taker taker, Object action, ActionContext context) {
        try {
            return taker.take(action, context);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw new Thrown(e);
        }
    }

    /** It was rolled back, or it is not known whether it was: the lane knows. */
    private LiveFrame undone(Requests.Act request, Lane lane, RuntimeException failed) {
        if (isPassing(failed)) {
            LOG.log(Level.DEBUG, () -> "action '" + request.id() + "' is to be sent again: " + failed);
            return later(request, "the database was busy");
        }
        return database.inTransaction(() -> {
            if (!lanes.advance(lane, request.n(), request.id())) {
                return earlier(request, lane);
            }
            LiveFrame refusal = LiveFrame.of(refusal(request, failed));
            lanes.answer(lane, refusal);
            counters.count(REFUSED);
            return refusal;
        });
    }

    private static Outcome refusal(Requests.Act request, RuntimeException failed) {
        if (failed instanceof Refusal refusal) {
            return Outcome.refused(request.id(), refusal.code, refusal.getMessage());
        }
        if (failed instanceof ActionRefusedException refused) {
            return Outcome.refused(request.id(), refused.code(), sentence(refused));
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(
                Level.WARNING,
                () -> "PEEK-4221 action " + request.a() + " '" + request.id() + "' failed, incident " + incident
                        + ". It was rolled back; the user is told.",
                failed);
        return Outcome.refused(
                request.id(),
                "PEEK-4222",
                "'" + request.a() + "' failed and changed nothing. The log tells more at incident " + incident + ".");
    }

    /** Without the code, which goes beside it. */
    private static String sentence(ActionRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.startsWith(refused.code() + " ")
                ? message.substring(refused.code().length() + 1)
                : message;
    }

    /** Two transactions in each other's way, or a connection that broke: it may well work the next time. */
    private static boolean isPassing(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            boolean passing = cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("40")
                                    || sql.getSQLState().startsWith("08"));
            if (passing) {
                return true;
            }
        }
        return false;
    }

    /** The platform's own no, which rolls the transaction back. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refusal(String code, String message) {
            super(message);
            this.code = code;
        }
    }

    /** What a processor threw, on its way out of the transaction. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Thrown(Throwable cause) {
            super(cause);
        }
    }
}
