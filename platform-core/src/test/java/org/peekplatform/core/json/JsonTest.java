package org.peekplatform.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JsonTest {
    enum Level {
        LOW,
        HIGH
    }

    record Numbers(byte b, short s, int i, long l, float f, double d, boolean yes, char c) {}

    record Boxes(Byte b, Short s, Integer i, Long l, Float f, Double d, Boolean yes, Character c) {}

    record Digits(BigDecimal decimal, BigInteger integer) {}

    record Times(Instant instant, LocalDate date, LocalTime time, LocalDateTime dateTime, Duration duration) {}

    record Bytes(byte[] bytes) {}

    record Bag(List<Inner> list, Set<String> set, Map<String, List<Integer>> map, Optional<Inner> maybe) {}

    record Inner(String text, Level level, UUID id) {}

    record Page<T>(List<T> items, int total) {}

    record Turn(Page<Inner> page) {}

    record Node(String name, List<Node> children) {}

    record Late(int minutes) {
        public boolean isLate() {
            throw new IllegalStateException("is no component");
        }

        public String getText() {
            throw new IllegalStateException("is no component");
        }
    }

    record Strict(String text, Optional<String> maybe) {}

    private static final UUID ID = UUID.fromString("7d3f5a52-6f34-4f5e-8d6b-0a1b2c3d4e5f");

    @Test
    void writesNumbersBooleansAndCharacters() {
        Numbers numbers = new Numbers((byte) -1, (short) 2, 3, 9_007_199_254_740_991L, 1.5f, 0.1, true, 'ä');
        assertThat(json(numbers))
                .isEqualTo("{'b':-1,'s':2,'i':3,'l':9007199254740991,'f':1.5,'d':0.1,'yes':true,'c':'ä'}");
        assertThat(again(numbers)).isEqualTo(numbers);
        Boxes boxes = new Boxes((byte) -1, (short) 2, 3, 4L, 1.5f, 0.1, false, 'x');
        assertThat(again(boxes)).isEqualTo(boxes);
    }

    @Test
    void writesNumbersOfAnyLengthAsTextAndReadsBothForms() {
        Digits numbers = new Digits(new BigDecimal("12345678901234567890.10"), new BigInteger("12345678901234567890"));
        assertThat(json(numbers)).isEqualTo("{'decimal':'12345678901234567890.10','integer':'12345678901234567890'}");
        assertThat(again(numbers)).isEqualTo(numbers);
        assertThat(read("{'decimal':1.5,'integer':7}", Digits.class))
                .isEqualTo(new Digits(new BigDecimal("1.5"), BigInteger.valueOf(7)));
    }

    @Test
    void writesTimesInTheFormOfIso8601() {
        Times times = new Times(
                Instant.parse("2026-05-04T10:15:30.123456789Z"),
                LocalDate.of(2026, 5, 4),
                LocalTime.of(10, 15),
                LocalDateTime.of(2026, 5, 4, 10, 15, 30),
                Duration.ofMillis(90_500));
        assertThat(json(times))
                .isEqualTo("{'instant':'2026-05-04T10:15:30.123456789Z','date':'2026-05-04','time':'10:15:00',"
                        + "'dateTime':'2026-05-04T10:15:30','duration':'PT1M30.5S'}");
        assertThat(again(times)).isEqualTo(times);
    }

    @Test
    void writesBytesInBase64() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(json(new Bytes(new byte[] {-1, -2}))).isEqualTo("{'bytes':'//4='}");
        assertThat(again(new Bytes(all)).bytes()).isEqualTo(all);
    }

    @Test
    void writesListsSetsMapsEnumsAndNestedRecords() {
        Inner inner = new Inner("a", Level.HIGH, ID);
        Bag bag = new Bag(List.of(inner), Set.of("x"), Map.of("k", List.of(1, 2)), Optional.of(inner));
        String one = "{'text':'a','level':'HIGH','id':'7d3f5a52-6f34-4f5e-8d6b-0a1b2c3d4e5f'}";
        assertThat(json(bag)).isEqualTo("{'list':[" + one + "],'set':['x'],'map':{'k':[1,2]},'maybe':" + one + "}");
        assertThat(again(bag)).isEqualTo(bag);
        Turn turn = new Turn(new Page<>(List.of(inner), 9));
        assertThat(again(turn)).isEqualTo(turn);
        Node tree = new Node("root", List.of(new Node("leaf", List.of())));
        assertThat(again(tree)).isEqualTo(tree);
    }

    @Test
    void leavesAnEmptyOptionalOut() {
        Bag bag = new Bag(List.of(), Set.of(), Map.of(), Optional.empty());
        assertThat(json(bag)).isEqualTo("{'list':[],'set':[],'map':{}}");
        assertThat(again(bag)).isEqualTo(bag);
        assertThat(read("{'list':[],'set':[],'map':{},'maybe':null}", Bag.class))
                .isEqualTo(bag);
    }

    @Test
    void takesComponentsOnlyForFields() {
        assertThat(json(new Late(5))).isEqualTo("{'minutes':5}");
        assertThat(again(new Late(5))).isEqualTo(new Late(5));
    }

    @Test
    void refusesNullsWherePrimitivesAre() {
        refuses("{'minutes':null}", Late.class);
        refuses("{}", Late.class);
    }

    @Test
    void refusesOneKindForAnother() {
        refuses("{'minutes':'5'}", Late.class);
        refuses("{'minutes':''}", Late.class);
        refuses("{'minutes':5.5}", Late.class);
        refuses("{'minutes':true}", Late.class);
        refuses("{'minutes':[5]}", Late.class);
        refuses("{'minutes':99999999999}", Late.class);
        refuses("{'text':7}", Inner.class);
        refuses("{'text':true}", Inner.class);
        refuses("{'text':{}}", Inner.class);
        refuses("{'level':1}", Inner.class);
        refuses("{'level':'high'}", Inner.class);
        refuses("{'id':'no'}", Inner.class);
        refuses("{'list':{}}", Bag.class);
        refuses("{'set':'x'}", Bag.class);
        refuses("{'map':[]}", Bag.class);
        refuses("{'bytes':'%'}", Bytes.class);
        refuses("{'instant':'yesterday'}", Times.class);
        refuses("[]", Late.class);
        refuses("'Late'", Late.class);
        refuses("{'minutes':5} {}", Late.class);
    }

    @Test
    void refusesNumbersThatAreShortToWriteAndLongToReckonWith() {
        refuses("{'decimal':'1e999999999'}", Digits.class);
        refuses("{'decimal':1e999999999}", Digits.class);
        refuses("{'decimal':'" + "9".repeat(1001) + "'}", Digits.class);
        refuses("{'integer':" + "9".repeat(1001) + "}", Digits.class);
        refuses("{'integer':'" + "9".repeat(1001) + "'}", Digits.class);
        refuses("{'integer':1e99999}", Digits.class);
        refuses("{'decimal':'twelve'}", Digits.class);
        refuses("{'decimal':[]}", Digits.class);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        refuses("{'name':'x','children':[".repeat(1000) + "]}".repeat(1000), Node.class);
        refuses("{'unknown':" + "[".repeat(1000) + "]".repeat(1000) + "}", Late.class);
    }

    @Test
    void wantsEveryComponentOfWhatAStrangerWrote() {
        assertThat(Json.readComplete(utf8("{'text':'a'}"), Strict.class)).isEqualTo(new Strict("a", Optional.empty()));
        assertThatThrownBy(() -> Json.readComplete(utf8("{'maybe':'a'}"), Strict.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("text");
        assertThatThrownBy(() -> Json.readComplete(utf8("{'page':{'items':[{'text':'a'}],'total':1}}"), Turn.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("level");
        assertThat(read("{'maybe':'a'}", Strict.class)).isEqualTo(new Strict(null, Optional.of("a")));
    }

    private static <T> void refuses(String json, Class<T> type) {
        assertThatThrownBy(() -> read(json, type)).as(json).isInstanceOf(UncheckedIOException.class);
    }

    @SuppressWarnings("unchecked")
    private static <T> T again(T value) {
        return (T) Json.read(Json.write(value), value.getClass());
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(utf8(json), type);
    }

    /** With single quotes, so that tests can be read. */
    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8).replace('"', '\'');
    }

    private static byte[] utf8(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
