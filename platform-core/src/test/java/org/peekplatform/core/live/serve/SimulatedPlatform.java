package org.peekplatform.core.live.serve;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.provide.ListenerDesk;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.Mark;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.provide.TupleSource;
import org.peekplatform.core.live.provide.UpdateCodec;
import org.peekplatform.core.live.provide.UpdateLane;

/**
 * A server and client services in one thread, with a network between them that loses, delays and, from a client to the server,
 * reorders. Nothing happens but by {@link #step}s; time is a number.
 */
final class SimulatedPlatform {
    static final String TYPE = "noop.Reading";

    final Random random;
    final List<Client> clients = new ArrayList<>();
    final Map<String, List<Integer>> truth = new HashMap<>();
    final LiveCounters serverCounters = new LiveCounters();
    double loss;
    boolean overtaking = true;
    ManualThreads threads;
    TupleBook book;
    ListenerDesk desk;
    private long nanos = 1;

    private record Envelope(String kind, String epoch, byte[] body) {}

    /** One client service with its devices. */
    final class Client implements ServerFeed.LiveLink {
        final String name;
        final LiveCounters counters = new LiveCounters();
        final List<SimulatedDevice> devices = new ArrayList<>();
        final TupleBuffer buffer;
        final ServerFeed feed;
        private final Deque<Envelope> fromServer = new ArrayDeque<>();
        private final List<Runnable> toServer = new ArrayList<>();

        Client(String name, int devices, TupleBuffer.Limits limits) {
            this.name = name;
            this.feed = new ServerFeed(this, 1_000, () -> nanos, counters);
            this.buffer = new TupleBuffer(limits, feed, () -> nanos, counters);
            feed.feed(buffer);
            IntStream.range(0, devices).forEach(i -> this.devices.add(new SimulatedDevice(name + "-" + i, buffer)));
        }

        @Override
        public void observe(ListenerDesk.Wish wish) {
            say((server, me) -> server.observe(me, wish));
        }

        @Override
        public void release(ListenerDesk.Wish wish) {
            say((server, me) -> server.release(me, wish));
        }

        @Override
        public void everything(ListenerDesk.Everything all) {
            say((server, me) -> server.everything(me, all));
        }

        private void say(BiConsumer<ListenerDesk, String> message) {
            if (!lost()) {
                toServer.add(() -> message.accept(desk, name));
            }
        }

        boolean takeOne() {
            Envelope next = fromServer.poll();
            if (next == null) {
                return false;
            }
            if (next.kind().equals(UpdateLane.UPDATES)) {
                feed.updates(next.epoch(), UpdateCodec.decode(next.body()));
            } else {
                feed.mark(Json.read(next.body(), Mark.class));
            }
            return true;
        }

        boolean sayOne() {
            if (toServer.isEmpty()) {
                return false;
            }
            int which = overtaking && random.nextInt(4) == 0 ? random.nextInt(toServer.size()) : 0;
            toServer.remove(which).run();
            return true;
        }

        /** The connection broke: what was on its way is gone. */
        void cut() {
            fromServer.clear();
            if (random.nextBoolean()) {
                toServer.clear();
            }
        }
    }

    SimulatedPlatform(long seed) {
        random = new Random(seed);
        beginNewLife();
    }

    Client client(String name, int devices) {
        return client(name, devices, new TupleBuffer.Limits(1_000, 1_000_000, Duration.ofSeconds(5)));
    }

    Client client(String name, int devices, TupleBuffer.Limits limits) {
        Client client = new Client(name, devices, limits);
        clients.add(client);
        return client;
    }

    /** The server starts anew: it knows nothing of its listeners. */
    void beginNewLife() {
        threads = new ManualThreads();
        UpdateLane lane = new UpdateLane(this::send, threads, serverCounters);
        book = new TupleBook(lane, threads, threads, serverCounters);
        desk = new ListenerDesk(book, lane);
        book.offer(TYPE, new TupleSource() {
            @Override
            public List<?> load(TupleSelector selector) {
                return truth.getOrDefault(selector.key("room").orElse(""), List.of());
            }

            @Override
            public boolean allows(User user, TupleSelector selector) {
                return true;
            }
        });
    }

    private void send(String kind, String epoch, byte[] body, Set<String> listeners) {
        for (Client client : clients) {
            if (listeners.contains(client.name) && !lost()) {
                client.fromServer.add(new Envelope(kind, epoch, body));
            }
        }
    }

    private boolean lost() {
        return random.nextDouble() < loss;
    }

    static String key(int room) {
        return TYPE + "?room=" + room;
    }

    void change(int room, List<Integer> value) {
        truth.put(String.valueOf(room), value);
        book.changed(key(room));
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    void tick() {
        clients.forEach(client -> {
            client.feed.tick();
            client.buffer.tidy();
        });
    }

    void mark() {
        desk.mark(listener -> true);
    }

    /** Whatever can happen next, as chance has it. */
    void step(int rooms) {
        Client client = clients.get(random.nextInt(clients.size()));
        SimulatedDevice device = client.devices.get(random.nextInt(client.devices.size()));
        int room = random.nextInt(rooms);
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> change(room, value());
            case 3, 4 -> device.observe(key(room));
            case 5 -> device.leave(key(room));
            case 6, 7, 8, 9 -> client.takeOne();
            case 10, 11, 12 -> client.sayOne();
            case 13, 14, 15, 16 -> threads.step();
            case 17 -> pass(Duration.ofMillis(random.nextInt(1_500)));
            case 18 -> tick();
            default -> mark();
        }
    }

    /** Short lists that come back: a value that was there before must not be taken for the newest. */
    private List<Integer> value() {
        int first = random.nextInt(3);
        return IntStream.range(first, first + 20 + random.nextInt(3)).boxed().toList();
    }

    /** Everything that is on its way arrives. */
    void calm() {
        for (boolean busy = true; busy; ) {
            threads.settle();
            busy = false;
            for (Client client : clients) {
                while (client.sayOne()) {
                    busy = true;
                }
                while (client.takeOne()) {
                    busy = true;
                }
            }
            busy |= threads.waiting() > 0;
        }
    }

    /** Time goes by in which nothing is lost. */
    void quiet(int seconds) {
        for (int second = 0; second < seconds; second++) {
            pass(Duration.ofSeconds(1));
            tick();
            if (second % 2 == 0) {
                mark();
            }
            calm();
        }
    }
}
