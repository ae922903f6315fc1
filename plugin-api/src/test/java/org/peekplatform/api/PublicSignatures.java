package org.peekplatform.api;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plugin can see of compiled classes, one sorted line for each type and member. */
final class PublicSignatures {
    private static final Predicate<Member> VISIBLE =
            member -> Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());

    private PublicSignatures() {}

    static List<String> in(Path classes) throws IOException {
        Collection<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(PublicSignatures::load)
                    .filter(PublicSignatures::isVisible)
                    .forEach(type -> describe(type, lines));
        }
        return List.copyOf(lines);
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static void describe(Class<?> type, Collection<String> lines) {
        lines.add(type.getName() + " : " + type.toGenericString() + ancestors(type));
        Stream.of(type.getDeclaredFields())
                .filter(VISIBLE)
                .filter(field -> !field.isSynthetic())
                .map(Field::toGenericString)
                .forEach(field -> lines.add(type.getName() + " . " + field));
        Stream.of(type.getDeclaredConstructors())
                .filter(VISIBLE)
                .filter(constructor -> !constructor.isSynthetic())
                .map(Constructor::toGenericString)
                .forEach(constructor -> lines.add(type.getName() + " . " + constructor));
        Stream.of(type.getDeclaredMethods())
                .filter(VISIBLE)
                .filter(method -> !method.isSynthetic())
                .map(Method::toGenericString)
                .forEach(method -> lines.add(type.getName() + " . " + method));
    }

    private static String ancestors(Class<?> type) {
        Stream<Type> above = type.getGenericSuperclass() == null ? Stream.of() : Stream.of(type.getGenericSuperclass());
        return Stream.concat(above, Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .filter(name -> !"java.lang.Object".equals(name))
                .collect(Collectors.joining(", ", " <: ", ""));
    }
}
