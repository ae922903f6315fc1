package org.peekplatform.core.live.provide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.wire.ContentVersion;

class SnapshotTest {
    @Test
    void isTheJsonOfTheList() {
        List<Object> odd = new ArrayList<>(List.of("a,]", 1, List.of(), "ä\n"));
        odd.add(null);

        assertThat(new String(Snapshot.of(odd).body(), UTF_8)).isEqualTo("[\"a,]\",1,[],\"ä\\n\",null]");
        assertThat(Snapshot.of(odd).body()).isEqualTo(Json.write(odd));
        assertThat(Snapshot.of(odd).version()).isEqualTo(ContentVersion.of(Json.write(odd)));
        assertThat(new String(Snapshot.of(List.of()).body(), UTF_8)).isEqualTo("[]");
    }

    @Test
    void comparesElementsByWhatTheyAreEncodedTo() {
        Snapshot one = Snapshot.of(List.of("Aa", "BB", "x"));
        Snapshot other = Snapshot.of(List.of("BB", "Aa", "x"));

        assertThat(one.sameElement(0, other, 1)).isTrue();
        assertThat(one.sameElement(0, other, 0))
                .as("equal hashes, different texts")
                .isFalse();
        assertThat(one.sameElement(2, other, 2)).isTrue();
    }

    @Test
    void takesALinkedListAsFastAsAnother() {
        List<Integer> linked =
                new LinkedList<>(IntStream.range(0, 100_000).boxed().toList());

        assertThat(Snapshot.of(linked).size()).isEqualTo(100_000);
    }
}
