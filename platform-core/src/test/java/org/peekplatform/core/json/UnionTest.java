package org.peekplatform.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnionTest {
    sealed interface Shape permits Circle, Corners, Nothing {}

    record Circle(double radius) implements Shape {}

    record Nothing() implements Shape {}

    sealed interface Corners extends Shape {}

    record Square(double side) implements Corners {}

    record Group(List<Shape> shapes, Optional<Shape> first) implements Corners {}

    record Drawing(String name, Shape frame, List<Shape> shapes, Map<String, Shape> named, Circle circle) {}

    sealed interface Twins {}

    record Left() {
        record Same(int a) implements Twins {}
    }

    record Right() {
        record Same(int b) implements Twins {}
    }

    sealed interface Typed {}

    record Labelled(String type) implements Typed {}

    record Labels(List<Typed> all) {}

    sealed interface Open permits Door {}

    non-sealed interface Door extends Open {}

    record Wooden(int boards) implements Door {}

    record Holder(Open open) {}

    @Test
    void tellsRecordsApartByTheirSimpleName() {
        assertThat(json(new Circle(1))).isEqualTo("{'type':'Circle','radius':1.0}");
        assertThat(json(new Nothing())).isEqualTo("{'type':'Nothing'}");
        assertThat(read("{'type':'Square','side':2}", Shape.class)).isEqualTo(new Square(2));
        assertThat(read("{'type':'Nothing'}", Shape.class)).isEqualTo(new Nothing());
        assertThat(read("{'type':'Square','side':2}", Corners.class)).isEqualTo(new Square(2));
    }

    @Test
    void travelsThereAndBackWhereverAUnionStands() {
        Shape group = new Group(List.of(new Circle(1), new Nothing()), Optional.of(new Square(3)));
        Drawing drawing = new Drawing("d", group, List.of(new Square(1), group), Map.of("a", group), new Circle(9));
        assertThat(Json.read(Json.write(drawing), Drawing.class)).isEqualTo(drawing);
        assertThat(json(drawing)).contains("'circle':{'type':'Circle','radius':9.0}");
    }

    @Test
    void writesTheDiscriminatorInAListOfUnknownElements() {
        List<?> list = List.of(new Circle(1), new Nothing());
        assertThat(json(list)).isEqualTo("[{'type':'Circle','radius':1.0},{'type':'Nothing'}]");
        assertThat(json(Optional.of(new Circle(1)))).isEqualTo("{'type':'Circle','radius':1.0}");
    }

    @Test
    void findsTheDiscriminatorAnywhere() {
        assertThat(read("{'radius':2,'type':'Circle'}", Shape.class)).isEqualTo(new Circle(2));
        assertThat(read("{'shapes':[{'radius':2,'type':'Circle'}],'type':'Group'}", Shape.class))
                .isEqualTo(new Group(List.of(new Circle(2)), Optional.empty()));
    }

    @Test
    void makesNothingButItsOwnRecords() {
        refuses("{'type':'Drawing','name':'x'}", Shape.class, "Shape has no kind 'Drawing' in its field 'type'");
        refuses("{'type':'Circle','radius':1}", Corners.class, "Corners has no kind 'Circle'");
        refuses("{'type':'org.peekplatform.core.json.UnionTest$Circle','radius':1}", Shape.class, "has no kind");
        refuses("{'@class':'java.lang.Object'}", Shape.class, "has no kind ''");
        refuses("{'type':['Circle',{}]}", Shape.class, "has no kind ''");
        refuses("{'type':{'type':'Circle'}}", Shape.class, "has no kind ''");
        refuses("{'type':null}", Shape.class, "has no kind ''");
        refuses("{'type':7}", Shape.class, "has no kind ''");
        refuses("{}", Shape.class, "has no kind ''");
        refuses("[]", Shape.class, "Shape");
        refuses("['Circle',{'radius':1}]", Shape.class, "Shape");
        refuses("'Circle'", Shape.class, "Shape");
        refuses("{'radius':1", Shape.class, "end-of-input");
        refuses("{'type':'Circle'}", Shape.class, "radius");
        refuses("{'type':'\\u001b[31m'}", Shape.class, "has no kind '\\u001b[31m'");
    }

    @Test
    void boundsNestingOfUnions() {
        refuses(nested("{'type':'Group','shapes':[", "]}"), Shape.class, "nesting depth");
        refuses(nested("{'shapes':[", "],'type':'Group'}"), Shape.class, "nesting depth");
    }

    @Test
    void refusesUnionsThatCannotBeToldApart() {
        assertThatThrownBy(() -> read("{'type':'Same'}", Twins.class)).hasMessageContaining("same simple name");
        assertThatThrownBy(() -> json(new Labels(List.of(new Labelled("x"))))).hasMessageContaining("'type'");
    }

    @Test
    void isNoUnionWhenAnybodyCouldJoin() {
        assertThat(Union.of(Open.class)).isEmpty();
        assertThat(json(new Wooden(3))).isEqualTo("{'boards':3}");
        refuses("{'open':{'type':'Wooden','boards':3}}", Holder.class, "abstract");
        refuses("{'open':{'@type':'Wooden','boards':3}}", Holder.class, "abstract");
    }

    private static String nested(String open, String close) {
        return open.repeat(500) + "{'type':'Nothing'}" + close.repeat(500);
    }

    private static <T> void refuses(String json, Class<T> type, String reason) {
        assertThatThrownBy(() -> read(json, type))
                .as(json)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(reason);
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), type);
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8).replace('"', '\'');
    }
}
