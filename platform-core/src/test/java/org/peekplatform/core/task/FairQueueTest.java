package org.peekplatform.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue queue = new FairQueue(1_000);
    private long seq;

    @Test
    void delaysAnotherPluginByWhatIsUnderWayOnly() {
        for (int i = 0; i < 500; i++) {
            offer("flood", "f" + i);
        }
        takeAll(room(8, 8)); // the flood has all workers
        offer("other", "o1");

        queue.leave("f0");

        assertThat(next(room(8, 8))).contains("o1");
    }

    @Test
    void servesPluginsInTurnsWhenAllHaveWork() {
        for (int i = 0; i < 4; i++) {
            offer("a", "a" + i);
            offer("b", "b" + i);
        }

        assertThat(takeAll(room(4, 2))).containsExactly("a0", "b0", "a1", "b1");
    }

    @Test
    void takesTheHighestPriorityOfAPluginFirstAndThenTheOldest() {
        queue.offer(ticket("a", "work", "old", 4));
        queue.offer(ticket("a", "work", "young", 4));
        queue.offer(ticket("a", "work", "urgent", 9));

        assertThat(takeAll(room(9, 9))).containsExactly("urgent", "old", "young");
    }

    @Test
    void leavesRoomBesideTasksThatTakeLong() {
        for (int i = 0; i < 20; i++) {
            offer("slow", "s" + i);
        }

        assertThat(takeAll(room(16, 6))).hasSize(6);
    }

    @Test
    void fillsTheWorkersWithTasksThatEndInAMoment() {
        for (int i = 0; i < 20; i++) {
            offer("quick", "q" + i);
        }

        assertThat(takeAll(new Room(kind -> true, kind -> 16, 8, 6))).hasSize(16);
    }

    @Test
    void passesOverAKindThatNobodyPerforms() {
        queue.offer(ticket("a", "unknown", "u", 9));
        queue.offer(ticket("a", "known", "k", 1));

        assertThat(takeAll(new Room(kind -> kind.type().equals("known"), kind -> 9, 9, 9)))
                .containsExactly("k");
    }

    @Test
    void keepsNoMoreOfAPluginThanItMay() {
        FairQueue small = new FairQueue(2);

        assertThat(List.of(
                        small.offer(ticket("a", "work", "1", 4)),
                        small.offer(ticket("a", "work", "2", 4)),
                        small.offer(ticket("a", "work", "3", 4)),
                        small.offer(ticket("b", "work", "4", 4))))
                .containsExactly(true, true, false, true);
    }

    @Test
    void knowsATaskOnceHoweverOftenItIsOffered() {
        offer("a", "1");
        offer("a", "1");
        takeAll(room(9, 9));
        offer("a", "1");

        assertThat(takeAll(room(9, 9))).isEmpty();
        assertThat(queue.leave("1")).isTrue();
        assertThat(queue.leave("1")).isFalse();
        assertThat(queue.underWay()).isZero();
    }

    private static Room room(int most, int mostSlow) {
        return new Room(kind -> true, kind -> 0, most, mostSlow);
    }

    private void offer(String plugin, String id) {
        queue.offer(ticket(plugin, "work", id, 4));
    }

    private TaskTicket ticket(String plugin, String type, String id, int priority) {
        return new TaskTicket(id, new TaskKind(plugin, type), priority, ++seq, 0);
    }

    private Optional<String> next(Room room) {
        return queue.next(room).map(TaskTicket::id);
    }

    private List<String> takeAll(Room room) {
        List<String> taken = new ArrayList<>();
        for (Optional<String> next = next(room); next.isPresent(); next = next(room)) {
            taken.add(next.get());
        }
        return taken;
    }
}
