package org.peekplatform.core.tuple;

import java.io.File;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.peekplatform.api.live.Action;
import org.peekplatform.api.live.Query;
import org.peekplatform.api.live.Tuple;

/** What cannot travel. */
@SuppressWarnings("rawtypes")
public interface BadTypes {

    @Tuple
    record Order(String id, List<Line> lines, Map<String, Optional<Line>> byName) {}

    record Line(File photo, Date when, OffsetDateTime zoned, Period period, URI link, Object any, int[] counts) {}

    @Tuple
    record Wild(
            List<? extends Number> numbers,
            List raw,
            List<String>[] lists,
            Map<Integer, String> keys,
            Collection<String> collection,
            OptionalInt maybe,
            Comparable<String> open,
            Thread thread,
            String[] names) {}

    @Tuple
    class NoRecord {}

    record Plain(int x) {}

    @Tuple("no good")
    record Named(int x) {}

    @Tuple
    record Generic<T>(T x) {}

    @Tuple
    record Both(int x) implements Action<Void> {}

    @Tuple("Both")
    record Other(int x) {}

    record Sends(int x) implements Action<File> {}

    record Asks(int x) implements Query<Void> {}

    record Raw(int x) implements Query {}

    record Deep(int x) implements Query<List<Line>> {}

    @Tuple
    record Endless(Detour detour) {}

    record Detour(String name, Endless back) {}

    @Tuple
    record Kinds(Twins twins, Typed typed, Joined joined, Parameterised<String> parameterised) {}

    sealed interface Twins permits First.Same, Second.Same {}

    interface First {
        record Same(int a) implements Twins {}
    }

    interface Second {
        record Same(int b) implements Twins {}
    }

    sealed interface Typed {}

    record Labelled(String type) implements Typed {}

    sealed interface Joined {}

    enum Colour implements Joined {
        RED
    }

    sealed interface Parameterised<T> {}

    record Box(int x) implements Parameterised<String> {}
}
