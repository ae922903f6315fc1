package org.peekplatform.it.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.api.Service;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.FourWildFlys;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;

/** Tasks from noop's server part to its worker part and back, while services are killed. What became of each is a row of noop's. */
@ExtendWith(FourWildFlys.class)
class TasksIT {
    private static final Duration PATIENCE = Plugins.PATIENCE;

    private final Platform platform;
    private RestClient browser;
    private Map<String, Long> before;

    TasksIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    static void installNoop(Platform platform) {
        platform.plugins().removeAll();
        platform.plugins().install(Plugins.built("noop"));
    }

    @BeforeEach
    void signIn() {
        browser = platform.session();
        before = counted();
    }

    /** How many tasks ended in which state, by what noop was told. */
    private Map<String, Long> counted() {
        Map<String, Long> counts = new TreeMap<>();
        JsonNode all = browser.get("/server/noop/work").expecting(200).json();
        all.fieldNames()
                .forEachRemaining(state -> counts.put(state, all.get(state).asLong()));
        return counts;
    }

    private long more(String state) {
        return counted().getOrDefault(state, 0L) - before.getOrDefault(state, 0L);
    }

    private List<String> submit(Map<String, Object> work) {
        List<String> ids = new ArrayList<>();
        browser.post("/server/noop/work", work)
                .expecting(200)
                .json()
                .get("tasks")
                .forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private JsonNode task(String id) {
        return platform.rest().get("/api/v1/tasks/" + id).expecting(200).json();
    }

    private void await(String id, String state) {
        Await.until("task is " + state, PATIENCE, () -> task(id), task -> is(task, state));
    }

    private static boolean is(JsonNode task, String state) {
        return task.at("/task/state").asText().equals(state);
    }

    @Test
    void everyTaskEndsOnceThoughWorkerAndServerAreKilled() {
        int tasks = 120;
        submit(Map.of("times", tasks, "steps", 3, "pauseMillis", 150));
        Await.until("some are done", PATIENCE, () -> more("DONE"), done -> done > 5);

        platform.kill(Service.WORKER);
        platform.start(Service.WORKER);
        Await.until("more are done", PATIENCE, () -> more("DONE"), done -> done > 20);
        platform.kill(Service.SERVER);
        platform.start(Service.SERVER);
        browser = platform.session();

        Await.until("all are done", PATIENCE, () -> more("DONE"), done -> done == tasks);
        assertThat(more("FAILED")).isZero();
    }

    @Test
    void aTaskThatFailsForGoodRestsUntilItIsTriedAgain() {
        String id =
                submit(Map.of("name", "hopeless", "failures", 2, "retries", 1)).get(0);
        await(id, "FAILED");
        JsonNode dead = platform.rest().get("/api/v1/tasks?state=FAILED").json();
        assertThat(dead.at("/tasks/0/id").asText()).isEqualTo(id);
        assertThat(task(id).get("trace").asText()).contains("attempt 2 of 'hopeless' fails");

        platform.rest().post("/api/v1/tasks/" + id + "/replay").expecting(204);

        await(id, "DONE");
        platform.rest().delete("/api/v1/tasks/" + id).expecting(204);
        platform.rest().get("/api/v1/tasks/" + id).expecting(404);
    }

    @Test
    void aTaskThatRunsSaysHowFarItIsAndStopsWhenItIsCancelled() {
        String id = submit(Map.of("steps", 500, "pauseMillis", 100)).get(0);
        JsonNode running = Await.until(
                "it says how far it is",
                PATIENCE,
                () -> task(id),
                task -> is(task, "RUNNING") && task.at("/task/progress").asDouble() > 0);
        assertThat(running.at("/task/worker").asText()).isEqualTo("worker1");
        assertThat(running.at("/task/note").asText()).endsWith("of 500 steps");

        platform.rest().post("/api/v1/tasks/" + id + "/cancel").expecting(204);

        await(id, "CANCELLED");
        Await.until("noop was told", PATIENCE, () -> more("CANCELLED"), told -> told == 1);
        platform.rest().post("/api/v1/tasks/" + id + "/cancel").expecting(409);
        Await.until(
                "the worker has let go of it",
                PATIENCE,
                () -> platform.rest().get("/api/v1/instances").json(),
                all -> held(all) == 0);
    }

    private static long held(JsonNode instances) {
        for (JsonNode instance : instances.get("instances")) {
            if (instance.get("name").asText().equals("worker1")) {
                return instance.at("/counters/tasks.held").asLong();
            }
        }
        return -1;
    }
}
