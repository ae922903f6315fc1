package org.acme.greeting.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peekplatform.api.live.Tuple;

@Tuple
public record Visit(
        UUID id,
        String guest,
        int number,
        boolean first,
        Instant at,
        Optional<LocalDate> birthday,
        Optional<Duration> stay,
        BigDecimal paid,
        byte[] picture,
        Mood mood,
        List<Wish> wishes,
        Set<List<Integer>> seats,
        Map<String, Page<Mood>> moods,
        Optional<Visit> before) {

    /** Values of a page. */
    public record Page<T>(List<T> items, Optional<T> best) {}
}
