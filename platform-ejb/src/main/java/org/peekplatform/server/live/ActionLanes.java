package org.peekplatform.server.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.server.database.Database;

/**
 * Table {@code action_lane}: the last action of each device to each plugin, and its answer. Written in the transaction of
 * the action, so that either both are there or none.
 */
public final class ActionLanes {
    /** A device that was not heard for so long is forgotten; its actions are older than any session could be. */
    static final Duration KEPT = Duration.ofDays(400);

    private final Database database;
    private final Clock clock;

    /** One device and one plugin. */
    record Lane(String account, String device, String plugin) {}

    public ActionLanes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes the turn of an action; holds the lane's row until the transaction ends. False when it had its turn before. */
    boolean advance(Lane lane, long n, String action) {
        while (true) {
            int rows = database.update(
                    "update peek.action_lane set n = ?, action = ?, answer = null, at = ?"
                            + " where account = ? and device = ? and plugin = ? and n < ?",
                    n,
                    action,
                    clock.instant(),
                    lane.account(),
                    lane.device(),
                    lane.plugin(),
                    n);
            Optional<Long> last = rows == 1 ? Optional.empty() : last(lane);
            if (rows == 1 || last.isEmpty() && begin(lane, n, action)) {
                return true;
            }
            if (last.filter(before -> before >= n).isPresent()) {
                return false;
            }
            // another transaction has committed since the update: there is a row to look at now
        }
    }

    void answer(Lane lane, LiveFrame answer) {
        database.update(
                "update peek.action_lane set answer = ? where account = ? and device = ? and plugin = ?",
                answer.text(),
                lane.account(),
                lane.device(),
                lane.plugin());
    }

    /** The answer that an action got when it had its turn; empty when that was not this lane's last action. */
    Optional<LiveFrame> answered(Lane lane, long n, String action) {
        return database.first(
                        "select answer from peek.action_lane"
                                + " where account = ? and device = ? and plugin = ? and n = ? and action = ?",
                        row -> row.getString("answer"),
                        lane.account(),
                        lane.device(),
                        lane.plugin(),
                        n,
                        action)
                .map(text -> LiveFrame.encoded(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Forgets devices that have not been heard for very long. */
    public int purge() {
        return database.update(
                "delete from peek.action_lane where at < ?", clock.instant().minus(KEPT));
    }

    private Optional<Long> last(Lane lane) {
        return database.first(
                "select n from peek.action_lane where account = ? and device = ? and plugin = ?",
                row -> row.getLong("n"),
                lane.account(),
                lane.device(),
                lane.plugin());
    }

    private boolean begin(Lane lane, long n, String action) {
        return database.update(
                        "insert into peek.action_lane (account, device, plugin, n, action, at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        lane.account(),
                        lane.device(),
                        lane.plugin(),
                        n,
                        action,
                        clock.instant())
                == 1;
    }
}
