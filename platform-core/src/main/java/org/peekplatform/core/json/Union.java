package org.peekplatform.core.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sealed interface all of whose implementations are records. In JSON each of its values has the field {@value
 * #DISCRIMINATOR} with the simple name of its record, whether the value is announced as the interface or as the record.
 *
 * @param members the records, in the order of their declaration, those of nested sealed interfaces among them
 */
public record Union(Class<?> type, List<Class<?>> members) {
    public static final String DISCRIMINATOR = "type";

    public Union {
        members = List.copyOf(members);
    }

    /** Empty when the class is anything else. */
    public static Optional<Union> of(Class<?> candidate) {
        List<Class<?>> members = new ArrayList<>();
        return candidate.isInterface() && collect(candidate, members)
                ? Optional.of(new Union(candidate, members))
                : Optional.empty();
    }

    private static boolean collect(Class<?> type, List<Class<?>> members) {
        if (type.isRecord()) {
            if (!members.contains(type)) {
                members.add(type);
            }
            return true;
        }
        return type.isInterface()
                && type.isSealed()
                && Arrays.stream(type.getPermittedSubclasses()).allMatch(permitted -> collect(permitted, members));
    }

    /** Whether a record is in some union, so that its JSON has the discriminator. */
    public static boolean hasMember(Class<?> candidate) {
        return candidate.isRecord() && above(candidate).anyMatch(type -> of(type).isPresent());
    }

    private static Stream<Class<?>> above(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).flatMap(parent -> Stream.concat(Stream.of(parent), above(parent)));
    }
}
