package org.acme.greeting.tuple;

import java.time.LocalDate;
import org.peekplatform.api.live.Query;

public record CountVisits(LocalDate day) implements Query<Long> {}
