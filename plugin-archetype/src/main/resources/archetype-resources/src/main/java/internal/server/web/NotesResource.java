package ${package}.internal.server.web;

import ${package}.internal.server.NoteBook;
import ${package}.internal.storage.Note;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** The notes as JSON. The platform lets signed-in people pass only. */
@Path("notes")
@Produces(MediaType.APPLICATION_JSON)
public class NotesResource {
    @Inject
    NoteBook notes;

    /** A note as it travels. */
    public record View(long id, String text, Instant writtenAt) {
        static View of(Note note) {
            return new View(note.id(), note.text(), note.writtenAt());
        }
    }

    @GET
    public List<View> newest() {
        return notes.newest().stream().map(View::of).toList();
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    public View write(@NotBlank @Size(max = 2000) String text) {
        return View.of(notes.write(text));
    }
}
