package org.peekplatform.plugins.guest.internal.server.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.peekplatform.plugins.guest.internal.server.Visitor;
import org.peekplatform.plugins.noop.tuple.Greeting;

/** What noop says to the guest. */
@Path("greeting")
public class GreetingResource {
    @Inject
    Visitor visitor;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject greeting() {
        Greeting greeting = visitor.visit();
        return Json.createObjectBuilder()
                .add("text", greeting.text())
                .add("visits", greeting.visits())
                .build();
    }
}
