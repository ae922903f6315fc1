package org.peekplatform.client.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagePartsTest {
    private final MessageParts parts = new MessageParts(8);

    @Test
    void givesMessagesOneAfterTheOtherHoweverTheyWereCut() {
        assertThat(parts.add("one", true)).contains("one");
        assertThat(parts.add("t", false)).isEmpty();
        assertThat(parts.add("", false)).isEmpty();
        assertThat(parts.add("wo", true)).contains("two");
        assertThat(parts.add("", true)).contains("");
        assertThat(parts.tooLarge()).isFalse();
    }

    @Test
    void takesTheLargestMessageAndNoneThatIsLarger() {
        assertThat(parts.add("12345678", true)).contains("12345678");
        assertThat(parts.add("123456789", true)).isEmpty();
        assertThat(parts.tooLarge()).isTrue();
    }

    @Test
    void refusesAMessageAsSoonAsItsPartsAreTooLargeAndWhateverComesAfterIt() {
        parts.add("12345", false);
        assertThat(parts.tooLarge()).isFalse();

        parts.add("6789", false);

        assertThat(parts.tooLarge()).isTrue();
        assertThat(parts.add("", true)).isEmpty();
        assertThat(parts.add("next", true)).isEmpty();
        assertThat(parts.bytes()).isEqualTo(13);
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertThat(parts.add("\u20ac\u00e9\u00e9x", true)).isPresent();
        assertThat(parts.add("\ud83d\ude00\ud83d\ude00", true)).isPresent();
        assertThat(parts.add("\u20ac\u20ac\u20ac", true)).isEmpty();
    }
}
