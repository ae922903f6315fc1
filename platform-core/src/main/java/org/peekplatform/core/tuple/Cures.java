package org.peekplatform.core.tuple;

import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What to use instead of a class that cannot travel. */
final class Cures {
    private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();

    static {
        BY_CLASS.put(Object[].class, "Use List.");
        BY_CLASS.put(char[].class, "Use String.");
        BY_CLASS.put(Map.class, "Use Map with String keys.");
        BY_CLASS.put(Iterable.class, "Use List or Set.");
        BY_CLASS.put(File.class, "Use byte[] for its content or String for its name.");
        BY_CLASS.put(Path.class, "Use byte[] for its content or String for its name.");
        BY_CLASS.put(InputStream.class, "Use byte[].");
        BY_CLASS.put(java.sql.Date.class, "Use LocalDate.");
        BY_CLASS.put(java.sql.Time.class, "Use LocalTime.");
        BY_CLASS.put(Date.class, "Use Instant.");
        BY_CLASS.put(Calendar.class, "Use Instant.");
        BY_CLASS.put(Temporal.class, "Use Instant, LocalDate, LocalTime or LocalDateTime.");
        BY_CLASS.put(TemporalAmount.class, "Use Duration, or int for a number of days.");
        BY_CLASS.put(ZoneId.class, "Use String.");
        BY_CLASS.put(OptionalInt.class, "Use Optional<Integer>.");
        BY_CLASS.put(OptionalLong.class, "Use Optional<Long>.");
        BY_CLASS.put(OptionalDouble.class, "Use Optional<Double>.");
        BY_CLASS.put(URI.class, "Use String.");
        BY_CLASS.put(URL.class, "Use String.");
        BY_CLASS.put(Locale.class, "Use String.");
        BY_CLASS.put(CharSequence.class, "Use String.");
        BY_CLASS.put(Number.class, "Use a type of numbers that Tuple lists, such as int, long, double or BigDecimal.");
    }

    private Cures() {}

    static String of(Class<?> type) {
        if (type == Object.class) {
            return "Say what it is: a record, or a sealed interface of the records that it can be.";
        }
        if (type.isArray() && type.getComponentType().isPrimitive() && type != char[].class) {
            return "Use List.";
        }
        return BY_CLASS.entrySet().stream()
                .filter(known -> known.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(
                        type.isInterface()
                                ? "Make it sealed, with public records that implement it."
                                : "Use a public record with the values that devices need.");
    }
}
