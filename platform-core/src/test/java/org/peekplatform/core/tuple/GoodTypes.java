package org.peekplatform.core.tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peekplatform.api.live.Action;
import org.peekplatform.api.live.Query;
import org.peekplatform.api.live.Tuple;

/** Everything that can travel. */
public interface GoodTypes {

    @Tuple
    record Everything(
            boolean yes,
            int number,
            Long boxed,
            char letter,
            String text,
            BigDecimal decimal,
            BigInteger integer,
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Duration duration,
            UUID id,
            byte[] bytes,
            Level level,
            Optional<List<Shape>> shapes,
            Set<String> words,
            Map<String, Page<Leaf>> pages) {}

    @Tuple("RoomReading")
    record Reading(Optional<Reading> before, Map<String, Reading> others) {}

    record AddNote(String text) implements Action<Optional<Page<Leaf>>> {}

    record Forget(UUID id) implements Action<Void> {}

    record CountNotes() implements Counting {}

    interface Counting extends Asked<List<Integer>> {}

    interface Asked<T> extends Query<T> {}

    enum Level {
        LOW,
        HIGH {
            @Override
            public String toString() {
                return "high";
            }
        }
    }

    record Page<T>(List<T> items, Optional<T> first) {}

    record Leaf(String name) {}

    sealed interface Shape {}

    record Circle(double radius) implements Shape {}

    sealed interface Cornered extends Shape {}

    record Square(double side, Optional<Shape> inside) implements Cornered {}

    record Pair(Shape left, Shape right) implements Cornered {}
}
