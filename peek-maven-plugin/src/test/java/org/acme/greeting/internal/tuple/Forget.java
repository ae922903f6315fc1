package org.acme.greeting.internal.tuple;

import java.util.UUID;
import org.peekplatform.api.live.Action;

public record Forget(UUID visit) implements Action<Void> {}
