package org.peekplatform.core.tuple;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peekplatform.core.json.Union;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.tuple.Declaration.Component;
import org.peekplatform.core.tuple.Declaration.OfEnum;
import org.peekplatform.core.tuple.Declaration.OfRecord;
import org.peekplatform.core.tuple.Declaration.OfUnion;

/** Goes through everything that live types are made of. Each type is looked into once, however often it is used. */
final class TypeWalk {
    /** Stands for what was refused: nobody sees the result of a walk with findings. */
    private static final Shape REFUSED = new Shape.Nothing();

    private final Findings findings;
    private final Map<Class<?>, Declaration> declarations = new LinkedHashMap<>();

    TypeWalk(Findings findings) {
        this.findings = findings;
    }

    Map<Class<?>, Declaration> declarations() {
        return declarations;
    }

    /** A component, or a result: the only places where a value may be missing. */
    Shape optional(Type type, Spot spot) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? new Shape.Maybe(value(generic.getActualTypeArguments()[0], spot))
                : value(type, spot);
    }

    private Shape value(Type type, Spot spot) {
        if (type instanceof Class<?> plain) {
            return plain(plain, spot);
        }
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), spot);
        }
        if (type instanceof TypeVariable<?> variable) {
            return new Shape.Parameter(variable.getName());
        }
        return refused("PEEK-2706", spot, "is " + type.getTypeName(), "Name one type, without wildcards and arrays.");
    }

    private Shape plain(Class<?> type, Spot spot) {
        Optional<Shape.Kind> kind = Shape.Kind.of(type);
        if (kind.isPresent()) {
            return new Shape.Plain(kind.get());
        }
        if (type.getTypeParameters().length > 0 && (type.isRecord() || isContainer(type))) {
            return refused(
                    "PEEK-2707",
                    spot,
                    "is " + type.getSimpleName() + " without saying of what",
                    "Write the type in angle brackets.");
        }
        if (type.isEnum()) {
            enumeration(type, spot);
        } else if (type.isRecord()) {
            record(type, spot);
        } else if (type.isSealed() && type.isInterface()) {
            union(type, spot);
        } else {
            return refused("PEEK-2705", spot, "is " + type.getTypeName(), Cures.of(type));
        }
        return new Shape.Named(type, List.of());
    }

    private static boolean isContainer(Class<?> type) {
        return Set.of(Optional.class, List.class, Set.class, Map.class).contains(type);
    }

    private Shape generic(Class<?> raw, Type[] arguments, Spot spot) {
        if (raw == List.class || raw == Set.class) {
            return new Shape.Many(value(arguments[0], spot.element()));
        }
        if (raw == Map.class) {
            return arguments[0] == String.class
                    ? new Shape.Keyed(value(arguments[1], spot.value()))
                    : refused(
                            "PEEK-2708",
                            spot,
                            "is a Map with keys of " + arguments[0].getTypeName(),
                            "Use String for the keys, or a List of records.");
        }
        if (raw == Optional.class) {
            return refused(
                    "PEEK-2709",
                    spot,
                    "is an Optional inside of something else",
                    "Use Optional for components and results only, and leave missing elements out.");
        }
        if (raw.isRecord()) {
            record(raw, spot);
            return new Shape.Named(
                    raw,
                    Arrays.stream(arguments)
                            .map(argument -> value(argument, spot.argument(raw)))
                            .toList());
        }
        return refused(
                "PEEK-2710",
                spot,
                "is " + raw.getTypeName() + " with type parameters",
                raw.isSealed() ? "Use a sealed interface without type parameters." : Cures.of(raw));
    }

    private void enumeration(Class<?> type, Spot spot) {
        if (!declarations.containsKey(type)) {
            wantPublic(type, spot);
            List<String> constants = Arrays.stream(type.getDeclaredFields())
                    .filter(Field::isEnumConstant)
                    .map(Field::getName)
                    .toList();
            declarations.put(type, new OfEnum(type, constants));
        }
    }

    /** A live type, or a record in one. */
    void record(Class<?> type, Spot spot) {
        if (declarations.containsKey(type)) {
            return;
        }
        List<String> parameters =
                Stream.of(type.getTypeParameters()).map(TypeVariable::getName).toList();
        // Known before its components are: they may lead back to it.
        declarations.put(type, new OfRecord(type, parameters, List.of(), Union.hasMember(type)));
        wantPublic(type, spot);
        List<Component> components = new ArrayList<>();
        for (var component : type.getRecordComponents()) {
            Shape shape = optional(component.getGenericType(), spot.component(component.getName()));
            components.add(new Component(component.getName(), shape));
        }
        declarations.put(type, new OfRecord(type, parameters, components, Union.hasMember(type)));
        wantFreeDiscriminator(type, components, spot);
    }

    private void wantPublic(Class<?> type, Spot spot) {
        if (!Modifier.isPublic(type.getModifiers())) {
            refused("PEEK-2711", spot, "is of " + type.getTypeName() + ", which is not public", "Make it public.");
        }
    }

    private void wantFreeDiscriminator(Class<?> type, List<Component> components, Spot spot) {
        boolean taken = components.stream().anyMatch(own -> own.name().equals(Union.DISCRIMINATOR));
        if (taken && Union.hasMember(type)) {
            refused(
                    "PEEK-2712",
                    spot.component(Union.DISCRIMINATOR),
                    "has the name of the field by which the records of a sealed interface are told apart",
                    "Rename the component.");
        }
    }

    private void union(Class<?> type, Spot spot) {
        if (declarations.containsKey(type)) {
            return;
        }
        Optional<Union> union = Union.of(type);
        if (union.isEmpty() || type.getTypeParameters().length > 0) {
            refused(
                    "PEEK-2713",
                    spot,
                    "is " + type.getTypeName() + ", which is not a sealed interface of records without type parameters",
                    "Let it permit records, and sealed interfaces of records, only.");
            return;
        }
        List<Class<?>> members = union.get().members();
        declarations.put(type, new OfUnion(type, members));
        wantPublic(type, spot);
        long names = members.stream().map(Class::getSimpleName).distinct().count();
        if (names < members.size()) {
            refused(
                    "PEEK-2714",
                    spot,
                    "is " + type.getTypeName() + ", two of whose records have the same simple name",
                    "Rename one: they are told apart by it.");
        }
        members.forEach(member -> plain(member, spot.member(member)));
    }

    private Shape refused(String code, Spot spot, String reason, String cure) {
        findings.add(code, spot.cannotTravel(reason, cure));
        return REFUSED;
    }
}
