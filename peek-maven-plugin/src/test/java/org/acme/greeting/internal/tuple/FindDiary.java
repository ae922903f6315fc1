package org.acme.greeting.internal.tuple;

import java.util.Optional;
import org.peekplatform.api.live.Query;

public record FindDiary(String word) implements Query<Optional<Diary>> {}
