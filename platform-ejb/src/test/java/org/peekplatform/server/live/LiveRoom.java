package org.peekplatform.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.concurrent.Callable;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.Action;
import org.peekplatform.api.live.Query;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.server.account.DeviceSessions;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.RealTransactions;

/** Actions and queries on a database in memory with real transactions, and a plugin that writes notes. */
final class LiveRoom {
    static final String REF = "ref-of-ann";
    static final User ANN = new User("ann", Set.of("writer"));

    final MovingClock clock = new MovingClock();
    final RealTransactions transactions = RealTransactions.fresh();
    final Database database = transactions.database();
    final DeviceSessions sessions = new DeviceSessions(database, clock);
    final Takers takers = new Takers();
    final ActionLanes lanes = new ActionLanes(database, clock);
    final LiveCounters counters = new LiveCounters();
    final ActionDesk actions = new ActionDesk(sessions, takers, database, lanes, counters);
    final QueryDesk queries = new QueryDesk(sessions, takers);
    final PartActions noop = new PartActions("noop", new Direct(), registration -> registration, takers);

    record AddNote(String text) implements Action<Integer> {}

    record Count(String word) implements Query<Integer> {}

    private static final class Direct implements PartContext {
        @Override
        public <T> T call(Callable<T> code) throws Exception {
            return code.call();
        }
    }

    LiveRoom() {
        database.update("create table note (text varchar(20) not null)");
        open(REF, ANN);
    }

    void open(String ref, User user) {
        database.update(
                "insert into peek.device_session (ref, name, roles, created, last_seen, expires) values (?, ?, ?, ?,"
                        + " ?, ?)",
                ref,
                user.name(),
                String.join("\n", user.roles()),
                clock.instant(),
                clock.instant(),
                clock.instant().plus(DeviceSessions.ABSOLUTE));
    }

    /** What the plugin's processor does in the transaction. */
    int write(String text) {
        database.update("insert into note (text) values (?)", text);
        return notes();
    }

    int notes() {
        return database.first("select count(*) c from note", row -> row.getInt("c"))
                .orElseThrow();
    }

    static Requests.Act act(long n, String id) {
        return act("noop.AddNote", n, id);
    }

    static Requests.Act act(String action, long n, String id) {
        return new Requests.Act(REF, "d1", id, action, n);
    }

    String say(Requests.Act request, String body) {
        return actions.act(request, body.getBytes(UTF_8)).text();
    }

    String say(long n, String id) {
        return say(act(n, id), "{\"text\":\"" + id + "\"}");
    }
}
