package org.peekplatform.server.web.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.task.TaskBook;
import org.peekplatform.server.task.TaskFilter;
import org.peekplatform.server.web.problem.Problem;
import org.peekplatform.server.web.problem.ProblemResponses;

/** Tasks of plugins. Those that failed are the dead letters: they stay until they are tried again, deleted, or a month old. */
@Path("tasks")
@RequestScoped
@RolesAllowed(Account.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "Work of plugins on the workers; those that failed are the dead letters")
public class TasksResource {
    @Inject
    TaskBook tasks;

    @Inject
    AuditTrail audit;

    @Context
    HttpServletRequest request;

    /** Newest first. */
    @GET
    @Operation(summary = "Tasks, newest first")
    public TaskView.TaskList list(
            @QueryParam("state") TaskState state,
            @QueryParam("plugin") String plugin,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        TaskFilter filter = new TaskFilter(inTable(state), Optional.ofNullable(plugin), limit);
        List<TaskView> all = tasks.list(filter).stream()
                .map(row -> TaskView.of(row, tasks.status(row)))
                .toList();
        return new TaskView.TaskList(
                state == null
                        ? all
                        : all.stream()
                                .filter(task -> task.state().equals(state.name()))
                                .toList());
    }

    /** A task that runs waits, as its row says. */
    private static Optional<TaskState> inTable(TaskState state) {
        return Optional.ofNullable(state == TaskState.RUNNING ? TaskState.WAITING : state);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One task in full")
    @APIResponseSchema(value = TaskView.Full.class, responseCode = "200")
    public Response one(@PathParam("id") String id) {
        return tasks.row(id)
                .map(row -> Response.ok(new TaskView.Full(
                                TaskView.of(row, tasks.status(row)), row.shown(), row.output(), row.trace()))
                        .build())
                .orElseGet(() -> refused(404, id, "There is none of that id."));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "End a task that waits or runs")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response cancel(@PathParam("id") String id) {
        return done(tasks.cancel(id), "task.cancel", id, "It has ended already, or there is none of that id.");
    }

    @POST
    @Path("{id}/replay")
    @Operation(summary = "Try a task again that failed")
    @APIResponse(responseCode = "204", description = "It waits for a worker")
    public Response replay(@PathParam("id") String id) {
        return done(tasks.replay(id), "task.replay", id, "It has not failed, or there is none of that id.");
    }

    @POST
    @Path("replay")
    @Operation(summary = "Try all tasks again that failed, at most a thousand at a time")
    public TaskView.Replayed replayAll(@QueryParam("plugin") String plugin) {
        int replayed = tasks.replayAll(Optional.ofNullable(plugin));
        record("task.replay", plugin == null ? "all" : "all of " + plugin, Integer.toString(replayed));
        return new TaskView.Replayed(replayed);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forget a task that has ended")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Response delete(@PathParam("id") String id) {
        return done(tasks.delete(id), "task.delete", id, "It has not ended, or there is none of that id.");
    }

    private Response done(boolean done, String action, String id, String otherwise) {
        if (!done) {
            return refused(409, id, otherwise);
        }
        record(action, id, "DONE");
        return Response.noContent().build();
    }

    private void record(String action, String subject, String outcome) {
        audit.record(request.getRemoteUser(), request.getRemoteAddr(), action, subject, outcome, Map.of());
    }

    private static Response refused(int status, String id, String why) {
        return ProblemResponses.of(
                        Problem.of(status, "PEEK-5405", "Task '" + id + "' is left as it is. " + why, List.of()))
                .build();
    }
}
