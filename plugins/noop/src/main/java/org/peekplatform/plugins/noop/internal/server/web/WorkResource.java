package org.peekplatform.plugins.noop.internal.server.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.plugins.noop.internal.server.WorkBook;
import org.peekplatform.plugins.noop.internal.server.WorkDesk;
import org.peekplatform.plugins.noop.internal.tuple.Work;

/** Work for the workers, as much as one likes, and what became of it. */
@Path("work")
@Produces(MediaType.APPLICATION_JSON)
public class WorkResource {
    @Inject
    WorkDesk desk;

    @Inject
    WorkBook book;

    /** Takes times, name, steps, pauseMillis, failures, retries and timeoutSeconds; gives the ids of the tasks. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject submit(JsonObject wish) {
        Work work = new Work(
                wish.getString("name", "work"),
                wish.getInt("steps", 0),
                Duration.ofMillis(wish.getInt("pauseMillis", 0)),
                wish.getInt("failures", 0));
        TaskOptions options = TaskOptions.within(Duration.ofSeconds(wish.getInt("timeoutSeconds", 600)))
                .withRetries(wish.getInt("retries", 0), Duration.ofMillis(500));
        JsonArrayBuilder ids = Json.createArrayBuilder();
        desk.submit(work, wish.getInt("times", 1), options).forEach(ids::add);
        return Json.createObjectBuilder().add("tasks", ids).build();
    }

    /** How many tasks ended in which state, as the callbacks wrote down. */
    @GET
    public JsonObject count() {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        book.count().forEach(counts::add);
        return counts.build();
    }

    /** Takes times, callers, group and underWay; gives tasks a second, and delays in milliseconds. */
    @POST
    @Path("speed")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject measure(JsonObject wish) throws InterruptedException {
        int times = wish.getInt("times", 1000);
        WorkDesk.Speed speed =
                desk.measure(times, wish.getInt("callers", 1), wish.getInt("group", 1), wish.getInt("underWay", 1));
        return Json.createObjectBuilder()
                .add("perSecond", 1000.0 * speed.delays().size() / Math.max(1, speed.millis()))
                .add("p50", percentile(speed.delays(), 50))
                .add("p99", percentile(speed.delays(), 99))
                .build();
    }

    private static double percentile(List<Long> micros, int percent) {
        return micros.isEmpty() ? 0 : micros.get((micros.size() - 1) * percent / 100) / 1000.0;
    }
}
