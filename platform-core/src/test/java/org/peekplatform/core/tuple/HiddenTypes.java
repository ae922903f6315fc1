package org.peekplatform.core.tuple;

import org.peekplatform.api.live.Tuple;

/** What nobody else can see. */
final class HiddenTypes {
    private HiddenTypes() {}

    @Tuple
    record Hidden(Mood mood) {}

    enum Mood {
        CALM
    }
}
