package org.peekplatform.core.live.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.api.live.TupleSelector;

class SelectorKeyTest {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private static final String[] ODD = {
        " ", "+", "%", "&", "=", "?", "/", "#", "~", "!", "'", "(", ")", "*", "-", "_", ".", "\"", "\\", "\n", "\0",
        "ä", "€", "語", "😀", "a", "Z", "0", "<", ">", ":", ";", ",", "@", "$", "[", "]", "\u007f", "\u0080", "\uffff",
        "ß"
    };

    private static TupleSelector selector(String... pairs) {
        TupleSelector selector = new TupleSelector("Reading", new TreeMap<>());
        for (int i = 0; i < pairs.length; i += 2) {
            selector = selector.with(pairs[i], pairs[i + 1]);
        }
        return selector;
    }

    @Test
    void isPluginAndTupleWithoutKeys() {
        SelectorKey key = SelectorKey.of("noop", selector());

        assertThat(key.text()).isEqualTo("noop.Reading").isEqualTo(key.type());
        assertThat(SelectorKey.parse("noop.Reading")).contains(key);
    }

    @Test
    void namesItsKeysInTheOrderOfTheirNames() {
        assertThat(SelectorKey.of("noop", selector("room", "7", "Room", "x", "house", "a"))
                        .text())
                .isEqualTo("noop.Reading?Room=x&house=a&room=7");
    }

    @Test
    void sortsByUtf16CodeUnitsAsJavaScriptDoes() {
        String text = SelectorKey.of("noop", selector("😀", "1", "\uff5e", "2")).text();

        assertThat(text).startsWith("noop.Reading?%F0%9F%98%80=1&");
        assertThat(SelectorKey.parse(text)).isPresent();
    }

    @Test
    void isEncodedAsEncodeUriComponentDoesAndReadAgainUnchanged() {
        Random random = new Random(1);
        for (int run = 0; run < 2_000; run++) {
            String name = odd(random, 1 + random.nextInt(4));
            String value = odd(random, random.nextInt(6));
            SelectorKey key = SelectorKey.of("noop", selector(name, value));

            assertThat(key.text())
                    .isEqualTo("noop.Reading?" + encodeUriComponent(name) + "=" + encodeUriComponent(value));
            assertThat(SelectorKey.parse(key.text())).contains(key);
        }
    }

    private static String odd(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ODD[random.nextInt(ODD.length)]);
        }
        return text.toString();
    }

    /** The algorithm of ECMA-262, written down once more. */
    private static String encodeUriComponent(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (UNRESERVED.indexOf(character) >= 0) {
                encoded.appendCodePoint(character);
            } else {
                for (byte octet : Character.toString(character).getBytes(UTF_8)) {
                    encoded.append(String.format("%%%02X", octet));
                }
            }
        });
        return encoded.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "noop",
                "noop.",
                ".Reading",
                "noop.Reading?",
                "noop.Reading?=",
                "noop.Reading?=7",
                "noop.Reading?room",
                "noop.Reading?room=7&",
                "noop.Reading?&room=7",
                "noop.Reading?room=7&room=7",
                "noop.Reading?room=7&house=1",
                "noop.Reading?room=a b",
                "noop.Reading?room=a+b",
                "noop.Reading?room=%61",
                "noop.Reading?room=%c3%a4",
                "noop.Reading?room=ä",
                "noop.Reading?room=%",
                "noop.Reading?room=%2",
                "noop.Reading?room=%zz",
                "noop.Reading?room=%-1",
                "noop.Reading?room=%FF",
                "noop.Reading?room=%C0%80",
                "noop.Reading?room=%ED%A0%80",
                "noop.Reading?room=\ud800",
                "noop.Reading?room=7=8",
                "noop.Reading?room=7?",
                "noop.Reading?room=7#x",
                "noop.Reading\n",
                "noop.Reading ",
                " noop.Reading",
                "Noop.Reading",
                "noop.9Reading",
                "noop.Read_ing",
                "noop.a.Reading",
                "noop/../user.Secret",
                "n.Reading",
                "nöop.Reading"
            })
    void refusesEveryOtherSpelling(String text) {
        assertThat(SelectorKey.parse(text)).isEmpty();
    }

    @Test
    void refusesMoreThanSixteenKeys() {
        StringBuilder text = new StringBuilder("noop.Reading?");
        for (char name = 'a'; name <= 'p'; name++) {
            text.append(name == 'a' ? "" : "&").append(name).append("=1");
        }

        assertThat(SelectorKey.parse(text.toString())).isPresent();
        assertThat(SelectorKey.parse(text + "&q=1")).isEmpty();
    }

    @Test
    void refusesMoreThan1024Characters() {
        String most = "noop.Reading?a=" + "x".repeat(1024 - 15);

        assertThat(SelectorKey.parse(most)).isPresent();
        assertThat(SelectorKey.parse(most + "x")).isEmpty();
        assertThat(SelectorKey.parse("&".repeat(1_000_000))).isEmpty();
    }
}
