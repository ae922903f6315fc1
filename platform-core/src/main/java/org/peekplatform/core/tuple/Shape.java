package org.peekplatform.core.tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How a value looks in JSON. */
public sealed interface Shape {

    /** A number, a boolean or a string. */
    record Plain(Kind kind) implements Shape {}

    /** There or not: only components and results are. */
    record Maybe(Shape of) implements Shape {}

    /** An array; a set too. */
    record Many(Shape of) implements Shape {}

    /** An object whose names are data. */
    record Keyed(Shape of) implements Shape {}

    /** A type with a {@link Declaration}; arguments when it is generic. */
    record Named(Class<?> type, List<Shape> arguments) implements Shape {
        public Named {
            arguments = List.copyOf(arguments);
        }
    }

    /** A type parameter of the record that has this component. */
    record Parameter(String name) implements Shape {}

    /** An action without a result. */
    record Nothing() implements Shape {}

    /** Everything that is written as one word. */
    enum Kind {
        BOOLEAN(boolean.class, Boolean.class),
        NUMBER(
                byte.class,
                Byte.class,
                short.class,
                Short.class,
                int.class,
                Integer.class,
                long.class,
                Long.class,
                float.class,
                Float.class,
                double.class,
                Double.class),
        DECIMAL(BigDecimal.class),
        INTEGER(BigInteger.class),
        TEXT(String.class),
        CHARACTER(char.class, Character.class),
        INSTANT(Instant.class),
        DATE(LocalDate.class),
        TIME(LocalTime.class),
        DATE_TIME(LocalDateTime.class),
        DURATION(Duration.class),
        UNIQUE_ID(UUID.class),
        BYTES(byte[].class);

        private final Set<Class<?>> types;

        Kind(Class<?>... types) {
            this.types = Set.of(types);
        }

        static Optional<Kind> of(Class<?> type) {
            return Arrays.stream(values())
                    .filter(kind -> kind.types.contains(type))
                    .findFirst();
        }
    }
}
