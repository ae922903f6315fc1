package org.peekplatform.core.task;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Tasks that wait, and those that are under way. Between plugins the one with the fewest under way goes first, and of those
 * the one whose last turn is longest ago, so that a flood of one plugin delays the others by what is under way and no more.
 * Within a plugin priority decides, then age. Not thread-safe.
 */
public final class FairQueue {
    private static final Comparator<TaskTicket> ORDER = Comparator.comparingInt(TaskTicket::priority)
            .reversed()
            .thenComparingLong(TaskTicket::seq)
            .thenComparing(TaskTicket::id);

    private final int mostOfPlugin;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, TaskTicket> waiting = new HashMap<>();
    private final Map<String, Begun> underWay = new HashMap<>();
    private long turns;
    private int slow;

    /** One plugin: its tickets by kind, so that a kind that nobody performs now does not hold up the others. */
    private static final class Lane {
        final Map<String, TreeSet<TaskTicket>> byType = new HashMap<>();
        int waiting;
        int underWay;
        int slowUnderWay;
        long lastTurn;

        Optional<TaskTicket> first(Room room, int quick, int slow) {
            return byType.values().stream()
                    .map(TreeSet::first)
                    .filter(ticket -> room.admits(ticket.kind(), quick, slow, slowUnderWay))
                    .min(ORDER);
        }
    }

    private record Begun(TaskTicket ticket, boolean slow) {}

    /** @param mostOfPlugin more tickets of one plugin are not kept here */
    public FairQueue(int mostOfPlugin) {
        this.mostOfPlugin = mostOfPlugin;
    }

    /** @return false when there are too many of the plugin: it is to be offered again when there are fewer */
    public boolean offer(TaskTicket ticket) {
        if (contains(ticket.id())) {
            return true;
        }
        Lane lane = lanes.computeIfAbsent(ticket.kind().plugin(), plugin -> new Lane());
        if (lane.waiting >= mostOfPlugin) {
            return false;
        }
        lane.byType
                .computeIfAbsent(ticket.kind().type(), type -> new TreeSet<>(ORDER))
                .add(ticket);
        lane.waiting++;
        waiting.put(ticket.id(), ticket);
        return true;
    }

    /** Whose turn it is, of those for whom there is room; that one is under way then. */
    public Optional<TaskTicket> next(Room room) {
        List<Lane> inTurn = lanes.values().stream()
                .filter(lane -> lane.waiting > 0)
                .sorted(Comparator.<Lane>comparingInt(lane -> lane.underWay).thenComparingLong(lane -> lane.lastTurn))
                .toList();
        for (Lane lane : inTurn) {
            Optional<TaskTicket> first = lane.first(room, underWay.size() - slow, slow);
            if (first.isPresent()) {
                begin(lane, first.get(), room.isSlow(first.get().kind()));
                return first;
            }
        }
        return Optional.empty();
    }

    private void begin(Lane lane, TaskTicket ticket, boolean isSlow) {
        remove(lane, ticket);
        lane.underWay++;
        lane.slowUnderWay += isSlow ? 1 : 0;
        slow += isSlow ? 1 : 0;
        lane.lastTurn = ++turns;
        underWay.put(ticket.id(), new Begun(ticket, isSlow));
    }

    /** The task has ended, or is to be offered anew. False when it was not here. */
    public boolean leave(String id) {
        Begun gone = underWay.remove(id);
        if (gone != null) {
            Lane lane = lanes.get(gone.ticket().kind().plugin());
            lane.underWay--;
            lane.slowUnderWay -= gone.slow() ? 1 : 0;
            slow -= gone.slow() ? 1 : 0;
            return true;
        }
        TaskTicket waited = waiting.get(id);
        if (waited != null) {
            remove(lanes.get(waited.kind().plugin()), waited);
        }
        return waited != null;
    }

    private void remove(Lane lane, TaskTicket ticket) {
        TreeSet<TaskTicket> ofType = lane.byType.get(ticket.kind().type());
        ofType.remove(ticket);
        if (ofType.isEmpty()) {
            lane.byType.remove(ticket.kind().type());
        }
        lane.waiting--;
        waiting.remove(ticket.id());
    }

    public boolean contains(String id) {
        return waiting.containsKey(id) || underWay.containsKey(id);
    }

    /** Of which kind a task is that is here. */
    public Optional<TaskKind> kindOf(String id) {
        return Optional.ofNullable(waiting.get(id))
                .or(() -> Optional.ofNullable(underWay.get(id)).map(Begun::ticket))
                .map(TaskTicket::kind);
    }

    /** How many of a plugin wait here. */
    public int waiting(String plugin) {
        return Optional.ofNullable(lanes.get(plugin)).map(lane -> lane.waiting).orElse(0);
    }

    /** How many were given out and have not left. */
    public int underWay() {
        return underWay.size();
    }
}
