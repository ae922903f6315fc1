package org.peekplatform.it.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.wire.ContentVersion;

/**
 * A device as docs/live-data.md asks for one: it comes back by itself, with the versions that it has, and keeps its actions
 * until they are answered.
 */
public final class Device implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration UNANSWERED = Duration.ofSeconds(30);

    private final RestClient session;
    private final String name = UUID.randomUUID().toString();
    private final Map<String, Held> observed = new LinkedHashMap<>();
    private final Deque<Act> waiting = new ArrayDeque<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final List<JsonNode> results = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Optional<Line> line = Optional.empty();
    private Duration pause = PAUSE;
    private boolean welcome;
    private boolean closed;
    private int values;
    private long acts;

    /** A value that the device has; an empty version stands for none. */
    private record Held(String version, byte[] body) {}

    private record Act(String id, String action, long n, byte[] body) {}

    private record Question(String query, Object body, CompletableFuture<JsonNode> answer) {}

    /** @param session of a user on the client service */
    public Device(RestClient session) {
        this.session = session;
        connect();
    }

    /** One WebSocket with that session, for what no device of good manners does. */
    public static CompletableFuture<WebSocket> open(RestClient session, WebSocket.Listener listener) {
        return Line.open(session, listener);
    }

    private void connect() {
        Line next = new Line(session, this::received, this::lost);
        synchronized (this) {
            if (closed) {
                return;
            }
            line = Optional.of(next);
        }
        next.open();
        next.send("{\"t\":\"hello\",\"protocol\":1,\"device\":\"" + name + "\"}\n");
    }

    private synchronized void lost(Line which) {
        if (closed || line.filter(current -> current == which).isEmpty()) {
            return;
        }
        line = Optional.empty();
        welcome = false;
        later(pause, this::connect);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private static void later(Duration wait, Runnable deed) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(deed);
    }

    /** Begins to observe. */
    public synchronized Device observe(String selector) {
        observed.put(selector, new Held("", new byte[0]));
        if (welcome) {
            askFor(selector);
        }
        return this;
    }

    private void askFor(String selector) {
        String version = observed.get(selector).version();
        say(Map.of(
                "t",
                "observe",
                "items",
                List.of(version.isEmpty() ? Map.of("s", selector) : Map.of("s", selector, "v", version))));
    }

    /** Does an action when all before it are answered. */
    public synchronized Device act(String action, Object body) {
        waiting.add(new Act(UUID.randomUUID().toString(), action, ++acts, Json.write(body)));
        if (welcome && waiting.size() == 1) {
            sendFirst();
        }
        return this;
    }

    /** Asks, again at each new connection until it is answered. */
    public synchronized CompletableFuture<JsonNode> ask(String query, Object body) {
        Question question = new Question(query, body, new CompletableFuture<>());
        questions.put(UUID.randomUUID().toString(), question);
        if (welcome) {
            sendQuestions();
        }
        return question.answer();
    }

    private void sendQuestions() {
        questions.forEach((id, question) -> say(
                Map.of("t", "ask", "id", id, "q", question.query(), "timeout", 20_000), Json.write(question.body())));
    }

    private synchronized void sendFirst() {
        Act first = waiting.peek();
        if (first == null || !welcome) {
            return;
        }
        say(Map.of("t", "act", "id", first.id(), "a", first.action(), "n", first.n()), first.body());
        later(UNANSWERED, () -> repeat(first));
    }

    private synchronized void repeat(Act act) {
        if (waiting.peek() == act) {
            sendFirst();
        }
    }

    private void say(Object header) {
        say(header, new byte[0]);
    }

    private void say(Object header, byte[] body) {
        line.ifPresent(l -> l.send(new String(Json.write(header)) + "\n" + new String(body)));
    }

    private synchronized void received(Line from, String message) {
        if (line.filter(current -> current == from).isEmpty()) {
            return;
        }
        int end = message.indexOf('\n');
        JsonNode header = json(message.substring(0, end));
        byte[] body = message.substring(end + 1).getBytes();
        switch (header.path("t").asText()) {
            case "welcome" -> welcome();
            case "value" -> value(header, body);
            case "patch" -> patch(header, body);
            case "done" -> answered(header, () -> results.add(json(new String(body))));
            case "refused" -> answered(header, () -> refusals.add(header.toString()));
            case "answer" ->
                questions.remove(header.path("id").asText()).answer().complete(json(new String(body)));
            case "later" -> later(Duration.ofMillis(header.path("after").asLong()), this::sendFirst);
            case "trouble" -> refuse(header);
            case "same", "beat" -> {
                // The device has it, and hears that the line lives.
            }
            default -> faults.add("unexpected " + message);
        }
    }

    private void welcome() {
        welcome = true;
        pause = PAUSE;
        observed.keySet().forEach(this::askFor);
        sendQuestions();
        sendFirst();
    }

    private void value(JsonNode header, byte[] body) {
        String selector = header.path("s").asText();
        String version = header.path("v").asText();
        if (!observed.containsKey(selector)) {
            faults.add("not observed: " + header);
        } else if (!ContentVersion.of(body).equals(version)) {
            faults.add("not of its version: " + header);
        }
        values++;
        observed.put(selector, new Held(version, body));
    }

    private void patch(JsonNode header, byte[] body) {
        String selector = header.path("s").asText();
        Held held = observed.getOrDefault(selector, new Held("", new byte[0]));
        if (!held.version().equals(header.path("from").asText())) {
            say(Map.of("t", "whole", "s", selector));
            return;
        }
        ArrayNode list = (ArrayNode) json(new String(held.body()));
        for (JsonNode step : json(new String(body))) {
            int index = Integer.parseInt(step.path("path").asText().substring(1));
            switch (step.path("op").asText()) {
                case "add" -> list.insert(index, step.path("value"));
                case "remove" -> list.remove(index);
                case "replace" -> list.set(index, step.path("value"));
                default -> faults.add("unexpected step " + step);
            }
        }
        value(header, Json.write(list));
    }

    private void answered(JsonNode header, Runnable keep) {
        Act first = waiting.peek();
        if (first != null && first.id().equals(header.path("id").asText())) {
            waiting.remove();
            keep.run();
            sendFirst();
        }
    }

    private void refuse(JsonNode trouble) {
        if (trouble.path("lasting").asBoolean()) {
            faults.add(trouble.toString());
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest value of a selector; missing before the first. */
    public synchronized JsonNode value(String selector) {
        byte[] body = observed.get(selector).body();
        return json(new String(body));
    }

    /** Values that came so far, of all selectors. */
    public synchronized int values() {
        return values;
    }

    /** Actions that are not answered yet. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** What came of the actions that took effect. */
    public synchronized List<JsonNode> results() {
        return List.copyOf(results);
    }

    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** What came against the protocol. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        Optional<Line> last;
        synchronized (this) {
            closed = true;
            last = line;
            line = Optional.empty();
        }
        last.ifPresent(Line::close);
    }
}
