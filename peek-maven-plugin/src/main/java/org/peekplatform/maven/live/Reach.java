package org.peekplatform.maven.live;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.peekplatform.core.tuple.Declaration;
import org.peekplatform.core.tuple.LiveType;
import org.peekplatform.core.tuple.Shape;

/** What a live type is made of, directly or not. */
final class Reach {
    private final Map<Class<?>, Declaration> declarations;
    private final Set<Class<?>> reached = new LinkedHashSet<>();

    private Reach(Map<Class<?>, Declaration> declarations) {
        this.declarations = declarations;
    }

    static Set<Class<?>> of(LiveType live, Map<Class<?>, Declaration> declarations) {
        Reach reach = new Reach(declarations);
        reach.visit(live.type());
        live.result().ifPresent(reach::visit);
        return reach.reached;
    }

    private void visit(Class<?> type) {
        if (!reached.add(type)) {
            return;
        }
        Declaration declaration = declarations.get(type);
        if (declaration instanceof Declaration.OfRecord own) {
            own.components().forEach(component -> visit(component.shape()));
        } else if (declaration instanceof Declaration.OfUnion union) {
            union.members().forEach(this::visit);
        }
    }

    private void visit(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            visit(maybe.of());
        } else if (shape instanceof Shape.Many many) {
            visit(many.of());
        } else if (shape instanceof Shape.Keyed keyed) {
            visit(keyed.of());
        } else if (shape instanceof Shape.Named named) {
            visit(named.type());
            named.arguments().forEach(this::visit);
        }
    }
}
