package org.peekplatform.core.tuple;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.peekplatform.api.live.Action;
import org.peekplatform.api.live.Query;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.core.problem.Quoted;

/** Decides whether tuples, actions and queries can travel. */
public final class TupleRules {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");

    private final Findings findings = new Findings();
    private final TypeWalk walk = new TypeWalk(findings);

    private TupleRules() {}

    /**
     * @param types of one plugin: records that are tuples, actions or queries
     */
    public static LiveTypesIntake check(Collection<Class<?>> types) {
        return new TupleRules().judge(types);
    }

    /** Everything that is wrong with one of them; empty when it can travel. */
    public static List<Problem> problems(Class<?> type) {
        return check(List.of(type)) instanceof LiveTypesIntake.Refused refused ? refused.problems() : List.of();
    }

    private LiveTypesIntake judge(Collection<Class<?>> types) {
        List<LiveType> live = new ArrayList<>();
        types.forEach(type -> look(type).ifPresent(live::add));
        wantNamesOnce(live);
        Recursion.among(walk.declarations())
                .forEach(circle -> findings.add(
                        "PEEK-2715",
                        "a record would contain itself without end: " + circle
                                + ". It cannot travel. Use Optional, List, Set or Map on the way back."));
        return findings.isEmpty()
                ? new LiveTypesIntake.Accepted(new LiveTypes(live, walk.declarations()))
                : new LiveTypesIntake.Refused(findings.list());
    }

    private Optional<LiveType> look(Class<?> type) {
        Set<LiveType.Kind> kinds = LiveType.kindsOf(type);
        if (kinds.isEmpty() || !type.isRecord()) {
            findings.add(
                    "PEEK-2700",
                    type.getTypeName() + " cannot travel: it is no record that is a tuple, an action or a query."
                            + " Make it a record with @Tuple, or one that implements Action or Query.");
            return Optional.empty();
        }
        LiveType.Kind kind = kinds.iterator().next();
        String name = LiveType.nameOf(type);
        Spot spot = Spot.of(kind, name);
        try {
            wantOneKind(kinds, spot);
            wantName(name, spot);
            if (type.getTypeParameters().length > 0) {
                findings.add(
                        "PEEK-2703",
                        spot.cannotTravel("has type parameters", "Write a record for each type that it is used with."));
            } else {
                walk.record(type, spot);
            }
            return Optional.of(new LiveType(kind, name, type, result(kind, type, spot)));
        } catch (LinkageError | TypeNotPresentException e) {
            findings.add(
                    "PEEK-2716",
                    spot.cannotTravel(
                            "cannot be looked into (" + e + ")",
                            "Use types of the plugin itself, of the JDK and of the API of a required plugin only."));
            return Optional.empty();
        }
    }

    private void wantOneKind(Set<LiveType.Kind> kinds, Spot spot) {
        if (kinds.size() > 1) {
            findings.add(
                    "PEEK-2701",
                    spot.cannotTravel("is more than one of tuple, action and query", "Write a record for each."));
        }
    }

    private void wantName(String name, Spot spot) {
        if (!NAME.matcher(name).matches()) {
            findings.add(
                    "PEEK-2702",
                    spot.cannotTravel(
                            "has the name " + Quoted.of(name),
                            "A name is a capital A to Z and then at most 59 letters A to Z, a to z and digits."));
        }
    }

    private Optional<Shape> result(LiveType.Kind kind, Class<?> type, Spot spot) {
        if (kind == LiveType.Kind.TUPLE) {
            return Optional.empty();
        }
        Class<?> contract = kind == LiveType.Kind.ACTION ? Action.class : Query.class;
        Type result = TypeArguments.of(type, contract);
        if (result == Void.class && kind == LiveType.Kind.ACTION) {
            return Optional.of(new Shape.Nothing());
        }
        return Optional.of(walk.optional(result, spot.result()));
    }

    private void wantNamesOnce(List<LiveType> live) {
        Map<String, LiveType> known = new HashMap<>();
        for (LiveType next : live) {
            LiveType before = known.putIfAbsent(next.name(), next);
            if (before != null) {
                findings.add(
                        "PEEK-2704",
                        before.kind().word() + " " + before.type().getTypeName() + " and "
                                + next.kind().word() + " " + next.type().getTypeName() + " have the same name '"
                                + next.name() + "'. Devices could not tell them apart. Rename one.");
            }
        }
    }
}
