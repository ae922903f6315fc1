package org.peekplatform.plugins.noop.internal.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.peekplatform.api.hook.ServerPlatform;
import org.peekplatform.api.live.Access;
import org.peekplatform.api.live.ActionContext;
import org.peekplatform.api.live.ActionRefusedException;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.api.live.Tuples;
import org.peekplatform.plugins.noop.internal.tuple.AddNote;
import org.peekplatform.plugins.noop.internal.tuple.CountNotes;
import org.peekplatform.plugins.noop.internal.tuple.StartLoad;
import org.peekplatform.plugins.noop.tuple.Note;
import org.peekplatform.plugins.noop.tuple.Reading;

/** What devices see and do. Notes are for anyone who is signed in, load for administrators. */
@ApplicationScoped
public class LiveDoor {
    private static final int MOST_SELECTORS = 10_000;
    private static final int MOST_CHANGES = 100_000;

    @Resource
    ManagedScheduledExecutorService timer;

    @Inject
    NoteBook notes;

    void open(ServerPlatform platform) {
        Tuples tuples = platform.tuples();
        ReadingSource readings = new ReadingSource(tuples, timer, Clock.systemUTC());
        platform.own(readings::close);
        tuples.provide(Reading.class, Access.signedIn(), readings::load);
        tuples.provide(Note.class, Access.signedIn(), selector -> notes.newest(selector.key("author")));
        tuples.map(NoteWritten.class, LiveDoor::listsWith);
        platform.actions().on(AddNote.class, Access.signedIn(), (action, who) -> add(tuples, action, who));
        platform.actions().on(StartLoad.class, Access.role("admin"), (load, who) -> {
            start(readings, load);
            return null;
        });
        platform.actions()
                .answer(CountNotes.class, Access.signedIn(), (query, user) -> new CountNotes.Count(notes.count()));
    }

    private Note add(Tuples tuples, AddNote action, ActionContext who) {
        if (action.text() == null || action.text().isBlank()) {
            throw new ActionRefusedException("A note needs a text.");
        }
        Note note = notes.add(action.text(), who.user().name());
        if (action.text().equals("refuse me")) {
            throw new ActionRefusedException("This note asked to be refused.");
        }
        tuples.happened(new NoteWritten(note.author()));
        return note;
    }

    /** A note is in the list of all and in that of its author. */
    static Stream<TupleSelector> listsWith(NoteWritten written, Set<TupleSelector> observed) {
        TupleSelector all = TupleSelector.of(Note.class);
        return observed.stream()
                .filter(selector -> selector.equals(all) || selector.equals(all.with("author", written.author())));
    }

    private static void start(ReadingSource readings, StartLoad load) {
        boolean sane = load.selectors() >= 0
                && load.selectors() <= MOST_SELECTORS
                && load.changesPerSecond() >= 0
                && load.changesPerSecond() <= MOST_CHANGES
                && (load.seconds() <= 0 || load.selectors() > 0)
                && load.bytes() >= 0
                && load.bytes() <= MOST_CHANGES;
        if (!sane) {
            throw new ActionRefusedException(
                    "At most " + MOST_SELECTORS + " selectors and " + MOST_CHANGES + " changes a second or bytes.");
        }
        readings.start(load);
    }
}
