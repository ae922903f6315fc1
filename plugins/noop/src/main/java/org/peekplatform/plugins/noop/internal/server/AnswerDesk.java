package org.peekplatform.plugins.noop.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.peekplatform.api.hook.ServerPlatform;

/** Where the web archive meets the platform object, which only the hook is given. */
@ApplicationScoped
public class AnswerDesk {
    @Inject
    VisitBook visits;

    @Inject
    PulseBook pulses;

    private volatile Optional<Questions> questions = Optional.empty();

    void open(ServerPlatform platform) {
        questions = Optional.of(new Questions(platform, visits, pulses, Clock.systemUTC()));
    }

    void close() {
        questions = Optional.empty();
    }

    /** Empty while the part is starting or stopping. */
    public Optional<Answers> ask() {
        return questions.map(Questions::askAll);
    }
}
