package org.peekplatform.core.tuple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.core.tuple.Declaration.Component;
import org.peekplatform.core.tuple.Declaration.OfEnum;
import org.peekplatform.core.tuple.Declaration.OfRecord;
import org.peekplatform.core.tuple.Declaration.OfUnion;

class TupleRulesTest {

    @Test
    void describesWhatLiveTypesAreMadeOf() {
        LiveTypes types = accepted(GoodTypes.Everything.class, GoodTypes.Reading.class);
        assertThat(types.live())
                .containsExactly(
                        new LiveType(LiveType.Kind.TUPLE, "Everything", GoodTypes.Everything.class, Optional.empty()),
                        new LiveType(LiveType.Kind.TUPLE, "RoomReading", GoodTypes.Reading.class, Optional.empty()));
        assertThat(types.declarations())
                .containsOnlyKeys(
                        GoodTypes.Everything.class,
                        GoodTypes.Level.class,
                        GoodTypes.Shape.class,
                        GoodTypes.Circle.class,
                        GoodTypes.Square.class,
                        GoodTypes.Pair.class,
                        GoodTypes.Page.class,
                        GoodTypes.Leaf.class,
                        GoodTypes.Reading.class);
        assertThat(types.declarations().get(GoodTypes.Level.class))
                .isEqualTo(new OfEnum(GoodTypes.Level.class, List.of("LOW", "HIGH")));
        assertThat(types.declarations().get(GoodTypes.Shape.class))
                .isEqualTo(new OfUnion(
                        GoodTypes.Shape.class,
                        List.of(GoodTypes.Circle.class, GoodTypes.Square.class, GoodTypes.Pair.class)));
        assertThat(types.declarations().get(GoodTypes.Circle.class))
                .isEqualTo(new OfRecord(
                        GoodTypes.Circle.class,
                        List.of(),
                        List.of(new Component("radius", new Shape.Plain(Shape.Kind.NUMBER))),
                        true));
        assertThat(types.declarations().get(GoodTypes.Page.class))
                .isEqualTo(new OfRecord(
                        GoodTypes.Page.class,
                        List.of("T"),
                        List.of(
                                new Component("items", new Shape.Many(new Shape.Parameter("T"))),
                                new Component("first", new Shape.Maybe(new Shape.Parameter("T")))),
                        false));
        OfRecord everything = (OfRecord) types.declarations().get(GoodTypes.Everything.class);
        assertThat(everything.components())
                .contains(new Component(
                        "pages",
                        new Shape.Keyed(new Shape.Named(
                                GoodTypes.Page.class, List.of(new Shape.Named(GoodTypes.Leaf.class, List.of()))))));
    }

    @Test
    void findsResultsOverInterfacesInBetween() {
        LiveTypes types = accepted(GoodTypes.AddNote.class, GoodTypes.Forget.class, GoodTypes.CountNotes.class);
        assertThat(types.live())
                .extracting(LiveType::result)
                .containsExactly(
                        Optional.of(new Shape.Maybe(new Shape.Named(
                                GoodTypes.Page.class, List.of(new Shape.Named(GoodTypes.Leaf.class, List.of()))))),
                        Optional.of(new Shape.Nothing()),
                        Optional.of(new Shape.Many(new Shape.Plain(Shape.Kind.NUMBER))));
        assertThat(types.declarations()).containsKeys(GoodTypes.Leaf.class);
    }

    @Test
    void namesPathReasonAndCureOfEverythingAtOnce() {
        assertThat(reasons(BadTypes.Order.class))
                .containsExactly(
                        "PEEK-2705 tuple 'Order' cannot travel: component lines[].photo is java.io.File."
                                + " Use byte[] for its content or String for its name.",
                        "PEEK-2705 tuple 'Order' cannot travel: component lines[].when is java.util.Date. Use Instant.",
                        "PEEK-2705 tuple 'Order' cannot travel: component lines[].zoned is java.time.OffsetDateTime."
                                + " Use Instant, LocalDate, LocalTime or LocalDateTime.",
                        "PEEK-2705 tuple 'Order' cannot travel: component lines[].period is java.time.Period."
                                + " Use Duration, or int for a number of days.",
                        "PEEK-2705 tuple 'Order' cannot travel: component lines[].link is java.net.URI. Use String.",
                        "PEEK-2705 tuple 'Order' cannot travel: component lines[].any is java.lang.Object."
                                + " Say what it is: a record, or a sealed interface of the records that it can be.",
                        "PEEK-2705 tuple 'Order' cannot travel: component lines[].counts is int[]. Use List.",
                        "PEEK-2709 tuple 'Order' cannot travel: component byName{} is an Optional inside of something"
                                + " else. Use Optional for components and results only, and leave missing elements out.");
    }

    @Test
    void refusesTypesThatNoOtherLanguageKnows() {
        assertThat(reasons(BadTypes.Wild.class))
                .containsExactly(
                        "PEEK-2706 tuple 'Wild' cannot travel: component numbers[] is ? extends java.lang.Number."
                                + " Name one type, without wildcards and arrays.",
                        "PEEK-2707 tuple 'Wild' cannot travel: component raw is List without saying of what."
                                + " Write the type in angle brackets.",
                        "PEEK-2706 tuple 'Wild' cannot travel: component lists is java.util.List<java.lang.String>[]."
                                + " Name one type, without wildcards and arrays.",
                        "PEEK-2708 tuple 'Wild' cannot travel: component keys is a Map with keys of java.lang.Integer."
                                + " Use String for the keys, or a List of records.",
                        "PEEK-2710 tuple 'Wild' cannot travel: component collection is java.util.Collection with type"
                                + " parameters. Use List or Set.",
                        "PEEK-2705 tuple 'Wild' cannot travel: component maybe is java.util.OptionalInt."
                                + " Use Optional<Integer>.",
                        "PEEK-2710 tuple 'Wild' cannot travel: component open is java.lang.Comparable with type"
                                + " parameters. Make it sealed, with public records that implement it.",
                        "PEEK-2705 tuple 'Wild' cannot travel: component thread is java.lang.Thread."
                                + " Use a public record with the values that devices need.",
                        "PEEK-2705 tuple 'Wild' cannot travel: component names is java.lang.String[]. Use List.");
    }

    @Test
    void refusesUnionsThatCannotBeToldApart() {
        assertThat(reasons(BadTypes.Kinds.class))
                .containsExactly(
                        "PEEK-2714 tuple 'Kinds' cannot travel: component twins is"
                                + " org.peekplatform.core.tuple.BadTypes$Twins, two of whose records have the same simple"
                                + " name. Rename one: they are told apart by it.",
                        "PEEK-2712 tuple 'Kinds' cannot travel: component typed(Labelled).type has the name of the field"
                                + " by which the records of a sealed interface are told apart. Rename the component.",
                        "PEEK-2713 tuple 'Kinds' cannot travel: component joined is"
                                + " org.peekplatform.core.tuple.BadTypes$Joined, which is not a sealed interface of records"
                                + " without type parameters. Let it permit records, and sealed interfaces of records, only.",
                        "PEEK-2710 tuple 'Kinds' cannot travel: component parameterised is"
                                + " org.peekplatform.core.tuple.BadTypes$Parameterised with type parameters."
                                + " Use a sealed interface without type parameters.");
    }

    @Test
    void refusesWhatIsNoLiveRecord() {
        assertThat(reasons(BadTypes.NoRecord.class, BadTypes.Plain.class))
                .containsExactly(
                        "PEEK-2700 org.peekplatform.core.tuple.BadTypes$NoRecord cannot travel: it is no record that is a"
                                + " tuple, an action or a query. Make it a record with @Tuple, or one that implements"
                                + " Action or Query.",
                        "PEEK-2700 org.peekplatform.core.tuple.BadTypes$Plain cannot travel: it is no record that is a"
                                + " tuple, an action or a query. Make it a record with @Tuple, or one that implements"
                                + " Action or Query.");
        assertThat(reasons(BadTypes.Generic.class))
                .containsExactly("PEEK-2703 tuple 'Generic' cannot travel: it has type parameters."
                        + " Write a record for each type that it is used with.");
        assertThat(reasons(HiddenTypes.Hidden.class))
                .containsExactly(
                        "PEEK-2711 tuple 'Hidden' cannot travel: it is of"
                                + " org.peekplatform.core.tuple.HiddenTypes$Hidden, which is not public. Make it public.",
                        "PEEK-2711 tuple 'Hidden' cannot travel: component mood is of"
                                + " org.peekplatform.core.tuple.HiddenTypes$Mood, which is not public. Make it public.");
    }

    @Test
    void refusesNamesThatDevicesCannotUse() {
        assertThat(reasons(BadTypes.Named.class))
                .containsExactly("PEEK-2702 tuple 'no good' cannot travel: it has the name 'no good'."
                        + " A name is a capital A to Z and then at most 59 letters A to Z, a to z and digits.");
        assertThat(reasons(BadTypes.Both.class, BadTypes.Other.class))
                .containsExactly(
                        "PEEK-2701 tuple 'Both' cannot travel: it is more than one of tuple, action and query."
                                + " Write a record for each.",
                        "PEEK-2704 tuple org.peekplatform.core.tuple.BadTypes$Both and tuple"
                                + " org.peekplatform.core.tuple.BadTypes$Other have the same name 'Both'."
                                + " Devices could not tell them apart. Rename one.");
    }

    @Test
    void looksIntoResults() {
        assertThat(reasons(BadTypes.Sends.class, BadTypes.Asks.class, BadTypes.Raw.class))
                .containsExactly(
                        "PEEK-2705 action 'Sends' cannot travel: its result is java.io.File."
                                + " Use byte[] for its content or String for its name.",
                        "PEEK-2705 query 'Asks' cannot travel: its result is java.lang.Void."
                                + " Use a public record with the values that devices need.",
                        "PEEK-2705 query 'Raw' cannot travel: its result is java.lang.Object."
                                + " Say what it is: a record, or a sealed interface of the records that it can be.");
        assertThat(reasons(BadTypes.Deep.class))
                .contains("PEEK-2705 query 'Deep' cannot travel: its result[].when is java.util.Date. Use Instant.");
    }

    @Test
    void refusesRecordsThatNobodyCouldMake() {
        assertThat(reasons(BadTypes.Endless.class))
                .containsExactly("PEEK-2715 a record would contain itself without end: Endless.detour is Detour,"
                        + " Detour.back is Endless. It cannot travel. Use Optional, List, Set or Map on the way back.");
    }

    private static LiveTypes accepted(Class<?>... types) {
        LiveTypesIntake intake = TupleRules.check(List.of(types));
        assertThat(intake).isInstanceOf(LiveTypesIntake.Accepted.class);
        Stream.of(types).forEach(type -> assertThat(TupleRules.problems(type)).isEmpty());
        return ((LiveTypesIntake.Accepted) intake).types();
    }

    private static List<String> reasons(Class<?>... types) {
        LiveTypesIntake intake = TupleRules.check(List.of(types));
        assertThat(intake).isInstanceOf(LiveTypesIntake.Refused.class);
        return ((LiveTypesIntake.Refused) intake)
                .problems().stream().map(Problem::toString).toList();
    }
}
