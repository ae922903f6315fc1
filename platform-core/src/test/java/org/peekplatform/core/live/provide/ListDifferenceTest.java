package org.peekplatform.core.live.provide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.json.Json;

class ListDifferenceTest {

    record Row(int id, String text) {}

    private static List<Row> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(ListDifferenceTest::row)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Row row(int id) {
        return new Row(id, "the row with number " + id);
    }

    private static String patch(List<?> from, List<?> to) {
        return ListDifference.patch(Snapshot.of(from), Snapshot.of(to))
                .map(patch -> new String(patch, UTF_8))
                .orElse("");
    }

    @Test
    void addsOneElementWhereItBelongs() {
        List<Row> to = rows(0, 9);
        to.add(4, row(99));

        assertThat(patch(rows(0, 9), to))
                .isEqualTo(
                        "[{\"op\":\"add\",\"path\":\"/4\",\"value\":{\"id\":99,\"text\":\"the row with number 99\"}}]");
    }

    @Test
    void addsAtTheEndBehindTheLastElement() {
        assertThat(patch(rows(0, 9), rows(0, 10))).startsWith("[{\"op\":\"add\",\"path\":\"/9\"");
    }

    @Test
    void removesOneElement() {
        List<Row> to = rows(0, 9);
        to.remove(4);

        assertThat(patch(rows(0, 9), to)).isEqualTo("[{\"op\":\"remove\",\"path\":\"/4\"}]");
    }

    @Test
    void replacesAnElementThatChanged() {
        List<Row> to = rows(0, 9);
        to.set(4, row(99));

        assertThat(patch(rows(0, 9), to))
                .startsWith("[{\"op\":\"replace\",\"path\":\"/4\"")
                .doesNotContain("remove");
    }

    @Test
    void followsAWindowThatSlides() {
        assertThat(patch(rows(0, 50), rows(1, 51)))
                .isEqualTo("[{\"op\":\"remove\",\"path\":\"/0\"},{\"op\":\"add\",\"path\":\"/49\","
                        + "\"value\":{\"id\":50,\"text\":\"the row with number 50\"}}]");
    }

    @Test
    void emptiesAListByRemovalsOrAsAWhole() {
        assertThat(patch(rows(0, 3), List.of()))
                .as("the whole is [] and nothing is shorter")
                .isEmpty();
        assertThat(patch(List.of(), rows(0, 3))).as("the whole is shorter").isEmpty();
    }

    @Test
    void isEmptyBetweenEqualLists() {
        assertThat(patch(rows(0, 3), rows(0, 3))).isEqualTo("[]");
    }

    @Test
    void leadsFromAnyListToAnyOtherAndIsNeverLargerThanTheWhole() throws IOException {
        Random random = new Random(3);
        int patches = 0;
        for (int run = 0; run < 4_000; run++) {
            List<Row> from = random(random);
            List<Row> to = run % 3 == 0 ? random(random) : changed(from, random);
            Snapshot target = Snapshot.of(to);

            Optional<byte[]> patch = ListDifference.patch(Snapshot.of(from), target);

            if (patch.isPresent()) {
                patches++;
                assertThat(patch.get().length).isLessThan(target.body().length);
                assertThat(applied(Json.write(from), patch.get()))
                        .as("run %s: %s -> %s", run, from, to)
                        .isEqualTo(Json.mapper().readTree(Json.write(to)));
            }
        }
        assertThat(patches).as("cases that were worth a patch").isGreaterThan(1_500);
    }

    private static List<Row> random(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> row(random.nextInt(12)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Row> changed(List<Row> from, Random random) {
        List<Row> to = new ArrayList<>(from);
        for (int change = random.nextInt(5); change >= 0; change--) {
            int at = random.nextInt(to.size() + 1);
            int kind = to.isEmpty() ? 0 : random.nextInt(4);
            switch (kind) {
                case 0 -> to.add(at, row(random.nextInt(100)));
                case 1 -> to.remove(Math.min(at, to.size() - 1));
                case 2 -> to.set(Math.min(at, to.size() - 1), row(random.nextInt(100)));
                default -> Collections.rotate(to, random.nextInt(3));
            }
        }
        return to;
    }

    /** RFC 6902, as far as it is used: operations on whole elements of an array, one after the other. */
    static JsonNode applied(byte[] list, byte[] patch) {
        try {
            ArrayNode array = (ArrayNode) Json.mapper().readTree(list);
            for (JsonNode operation : Json.mapper().readTree(patch)) {
                int index = Integer.parseInt(operation.get("path").asText().substring(1));
                switch (operation.get("op").asText()) {
                    case "add" -> {
                        assertThat(index).isBetween(0, array.size());
                        array.insert(index, operation.get("value"));
                    }
                    case "remove" -> {
                        assertThat(index).isBetween(0, array.size() - 1);
                        array.remove(index);
                    }
                    case "replace" -> {
                        assertThat(index).isBetween(0, array.size() - 1);
                        array.set(index, operation.get("value"));
                    }
                    default -> throw new AssertionError("not in the protocol: " + operation);
                }
            }
            return array;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givesUpEarlyWhenBigListsHaveLittleInCommon() {
        Snapshot from = Snapshot.of(IntStream.range(0, 100_000).boxed().toList());
        Snapshot reversed = Snapshot.of(
                IntStream.range(0, 100_000).map(i -> 100_000 - i).boxed().toList());
        Snapshot other = Snapshot.of(IntStream.range(200_000, 300_000).boxed().toList());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(ListDifference.patch(from, reversed)).isEmpty();
            assertThat(ListDifference.patch(from, other)).isEmpty();
        });
    }

    @Test
    void findsTheFewChangesOfABigList() {
        List<Integer> list = IntStream.range(0, 100_000).boxed().collect(Collectors.toCollection(ArrayList::new));
        Snapshot from = Snapshot.of(list);
        list.remove(99_000);
        list.set(50_000, -1);
        list.add(7, -2);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(ListDifference.patch(from, Snapshot.of(list)).map(patch -> new String(patch, UTF_8)))
                        .contains("[{\"op\":\"add\",\"path\":\"/7\",\"value\":-2},"
                                + "{\"op\":\"replace\",\"path\":\"/50001\",\"value\":-1},"
                                + "{\"op\":\"remove\",\"path\":\"/99001\"}]"));
    }
}
