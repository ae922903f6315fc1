package org.peekplatform.core.tuple;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The type that a class gives to the one type parameter of an interface, over interfaces in between too. */
final class TypeArguments {
    private TypeArguments() {}

    /**
     * @return {@code Object} when the class leaves it open
     */
    static Type of(Class<?> type, Class<?> contract) {
        return find(type, contract).orElse(Object.class);
    }

    private static Optional<Type> find(Class<?> type, Class<?> contract) {
        return Arrays.stream(type.getGenericInterfaces())
                .flatMap(parent -> inParent(parent, contract).stream())
                .findFirst();
    }

    private static Optional<Type> inParent(Type parent, Class<?> contract) {
        if (parent instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            return raw == contract
                    ? Optional.of(generic.getActualTypeArguments()[0])
                    : find(raw, contract).map(found -> replaced(found, raw, generic));
        }
        return find((Class<?>) parent, contract);
    }

    private static Type replaced(Type found, Class<?> raw, ParameterizedType generic) {
        List<String> names =
                Stream.of(raw.getTypeParameters()).map(TypeVariable::getName).toList();
        return found instanceof TypeVariable<?> variable
                ? generic.getActualTypeArguments()[names.indexOf(variable.getName())]
                : found;
    }
}
