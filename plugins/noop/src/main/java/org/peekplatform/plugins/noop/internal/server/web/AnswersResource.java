package org.peekplatform.plugins.noop.internal.server.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import org.peekplatform.plugins.noop.internal.server.AnswerDesk;
import org.peekplatform.plugins.noop.internal.server.Answers;
import org.peekplatform.plugins.noop.internal.server.PartAnswer;

/** The answers as JSON. An answer has value, instance and latencyMillis, or else an error. */
@Path("answers")
public class AnswersResource {
    @Inject
    AnswerDesk desk;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject answers() {
        Answers answers = desk.ask().orElseThrow(() -> new ServiceUnavailableException(1L));
        return Json.createObjectBuilder()
                .add("agent", json(answers.agent()))
                .add("worker", json(answers.worker()))
                .add("database", json(answers.database()))
                .add("workerDatabase", json(answers.workerDatabase()))
                .add("client", json(answers.client()))
                .build();
    }

    static JsonObjectBuilder json(PartAnswer answer) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (answer instanceof PartAnswer.Given given) {
            json.add("value", given.value())
                    .add("instance", given.instance())
                    .add("latencyMillis", given.latency().toMillis());
        } else if (answer instanceof PartAnswer.Missing missing) {
            json.add("error", missing.reason());
        }
        return json;
    }
}
