package org.peekplatform.maven.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peekplatform.core.json.Union;
import org.peekplatform.core.tuple.Declaration;
import org.peekplatform.core.tuple.Declaration.Component;
import org.peekplatform.core.tuple.LiveType;
import org.peekplatform.core.tuple.Shape;

/** Writes one module: declarations for the compiler, and a script with the constants for the browser. */
final class TypeScript {
    private static final String LIBRARY = "'@peek/platform/live'";

    private static final Map<Shape.Kind, String> FORMATS = Map.ofEntries(
            Map.entry(Shape.Kind.DECIMAL, "A decimal number of any length, as text."),
            Map.entry(Shape.Kind.INTEGER, "A whole number of any length, as text."),
            Map.entry(Shape.Kind.CHARACTER, "One character."),
            Map.entry(Shape.Kind.INSTANT, "Instant in ISO 8601, such as 2026-05-04T10:15:30Z."),
            Map.entry(Shape.Kind.DATE, "Date in ISO 8601, such as 2026-05-04."),
            Map.entry(Shape.Kind.TIME, "Time of day in ISO 8601, such as 10:15:30."),
            Map.entry(Shape.Kind.DATE_TIME, "Date and time without a zone in ISO 8601, such as 2026-05-04T10:15:30."),
            Map.entry(Shape.Kind.DURATION, "Duration in ISO 8601, such as PT1M30.5S."),
            Map.entry(Shape.Kind.UNIQUE_ID, "UUID, such as 7d3f5a52-6f34-4f5e-8d6b-0a1b2c3d4e5f."),
            Map.entry(Shape.Kind.BYTES, "Bytes in base64."));

    private final String plugin;
    private final Map<Class<?>, LiveType> live;
    private final LocalNames names;
    private final StringBuilder declarations = new StringBuilder();
    private final StringBuilder constants = new StringBuilder();
    private final SortedSet<String> functions = new TreeSet<>();

    TypeScript(String plugin, List<LiveType> live, LocalNames names) {
        this.plugin = plugin;
        this.live = live.stream().collect(Collectors.toMap(LiveType::type, Function.identity()));
        this.names = names;
    }

    void declare(Declaration declaration) {
        String name = names.of(declaration.type());
        declarations
                .append("\n/** Java: ")
                .append(declaration.type().getTypeName())
                .append(" */\n");
        if (declaration instanceof Declaration.OfRecord own) {
            declareRecord(name, own);
        } else if (declaration instanceof Declaration.OfEnum constantsOf) {
            declareAlias(
                    name,
                    constantsOf.constants().stream().map(TypeScript::quoted).toList());
        } else if (declaration instanceof Declaration.OfUnion union) {
            declareAlias(name, union.members().stream().map(names::of).toList());
        }
        Optional.ofNullable(live.get(declaration.type())).ifPresent(type -> declareConstant(name, type));
    }

    private void declareRecord(String name, Declaration.OfRecord own) {
        String parameters = own.parameters().isEmpty() ? "" : "<" + String.join(", ", own.parameters()) + ">";
        declarations
                .append("export interface ")
                .append(name)
                .append(parameters)
                .append(contract(own.type()))
                .append(" {\n");
        if (own.discriminated()) {
            declarations
                    .append("  readonly ")
                    .append(Union.DISCRIMINATOR)
                    .append(": ")
                    .append(quoted(own.type().getSimpleName()))
                    .append(";\n");
        }
        own.components().forEach(this::declareComponent);
        declarations.append("}\n");
    }

    private void declareComponent(Component component) {
        comment(component.shape())
                .ifPresent(text -> declarations.append("  /** ").append(text).append(" */\n"));
        boolean maybe = component.shape() instanceof Shape.Maybe;
        declarations
                .append("  readonly ")
                .append(component.name())
                .append(maybe ? "?: " : ": ")
                .append(text(maybe ? ((Shape.Maybe) component.shape()).of() : component.shape()))
                .append(";\n");
    }

    private void declareAlias(String name, List<String> alternatives) {
        declarations
                .append("export type ")
                .append(name)
                .append(" = ")
                .append(alternatives.isEmpty() ? "never" : String.join(" | ", alternatives))
                .append(";\n");
    }

    /** What the library wants actions and queries to extend: it carries the type of what comes back. */
    private String contract(Class<?> type) {
        return Optional.ofNullable(live.get(type))
                .flatMap(LiveType::result)
                .map(result -> " extends live." + capital(live.get(type).kind()) + "<" + result(result) + ">")
                .orElse("");
    }

    private void declareConstant(String name, LiveType type) {
        String function = type.kind().word() + "Type";
        String full = quoted(plugin + "." + type.name());
        String arguments =
                name + type.result().map(result -> ", " + result(result)).orElse("");
        declarations
                .append("export declare const ")
                .append(name)
                .append(": live.")
                .append(capital(type.kind()))
                .append("Type<")
                .append(arguments)
                .append(">;\n");
        constants
                .append("export const ")
                .append(name)
                .append(" = /* @__PURE__ */ ")
                .append(function)
                .append('(')
                .append(full)
                .append(");\n");
        functions.add(function);
    }

    private String result(Shape shape) {
        if (shape instanceof Shape.Nothing) {
            return "void";
        }
        return shape instanceof Shape.Maybe maybe ? text(maybe.of()) + " | null" : text(shape);
    }

    private String text(Shape shape) {
        if (shape instanceof Shape.Plain plain) {
            return plain(plain.kind());
        }
        if (shape instanceof Shape.Many many) {
            String element = text(many.of());
            return "readonly " + (many.of() instanceof Shape.Many ? "(" + element + ")" : element) + "[]";
        }
        if (shape instanceof Shape.Keyed keyed) {
            return "{ readonly [key: string]: " + text(keyed.of()) + " }";
        }
        if (shape instanceof Shape.Named named) {
            String arguments = named.arguments().stream().map(this::text).collect(Collectors.joining(", "));
            return names.of(named.type()) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
        }
        if (shape instanceof Shape.Parameter parameter) {
            return parameter.name();
        }
        throw new IllegalArgumentException(shape + " stands for a component or a result only");
    }

    private static String plain(Shape.Kind kind) {
        return kind == Shape.Kind.BOOLEAN ? "boolean" : kind == Shape.Kind.NUMBER ? "number" : "string";
    }

    /** What the type alone does not say. */
    private static Optional<String> comment(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return comment(maybe.of());
        }
        if (shape instanceof Shape.Many many) {
            return comment(many.of());
        }
        if (shape instanceof Shape.Keyed keyed) {
            return comment(keyed.of());
        }
        return shape instanceof Shape.Plain plain ? Optional.ofNullable(FORMATS.get(plain.kind())) : Optional.empty();
    }

    private static String capital(LiveType.Kind kind) {
        return kind.name().charAt(0) + kind.word().substring(1);
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    String declarations() {
        return head()
                + (functions.isEmpty() ? "" : "import type * as live from " + LIBRARY + ";\n")
                + names.imports()
                + declarations;
    }

    String script() {
        return functions.isEmpty()
                ? "export {};\n"
                : head() + "import { " + String.join(", ", functions) + " } from " + LIBRARY + ";\n\n" + constants;
    }

    private String head() {
        return "// Written by the build of plugin '" + plugin + "' from its Java classes.\n";
    }
}
