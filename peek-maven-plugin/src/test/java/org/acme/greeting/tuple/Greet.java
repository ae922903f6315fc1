package org.acme.greeting.tuple;

import java.util.Optional;
import org.peekplatform.api.live.Action;

public record Greet(String guest, Optional<Wish> wish) implements Action<Visit> {}
