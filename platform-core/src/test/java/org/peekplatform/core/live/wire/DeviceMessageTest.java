package org.peekplatform.core.live.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.core.live.wire.DeviceMessage.Act;
import org.peekplatform.core.live.wire.DeviceMessage.Ask;
import org.peekplatform.core.live.wire.DeviceMessage.Beat;
import org.peekplatform.core.live.wire.DeviceMessage.Cancel;
import org.peekplatform.core.live.wire.DeviceMessage.Hello;
import org.peekplatform.core.live.wire.DeviceMessage.Item;
import org.peekplatform.core.live.wire.DeviceMessage.Malformed;
import org.peekplatform.core.live.wire.DeviceMessage.Observe;
import org.peekplatform.core.live.wire.DeviceMessage.Unobserve;
import org.peekplatform.core.live.wire.DeviceMessage.Whole;

class DeviceMessageTest {
    private static final String[] GOOD = {
        "{\"t\":\"hello\",\"protocol\":1,\"device\":\"d-1\"}\n",
        "{\"t\":\"observe\",\"items\":[{\"s\":\"noop.Reading\",\"v\":\"Kc3vJ0qN2mXw8aZr\"},{\"s\":\"noop.Note\"}]}\n",
        "{\"t\":\"unobserve\",\"s\":[\"noop.Reading\"]}\n",
        "{\"t\":\"whole\",\"s\":\"noop.Reading\"}\n",
        "{\"t\":\"act\",\"id\":\"a-1\",\"a\":\"noop.AddNote\",\"n\":7}\n{\"text\":\"x\"}",
        "{\"t\":\"ask\",\"id\":\"q-1\",\"q\":\"noop.CountNotes\",\"timeout\":5000}\n{}",
        "{\"t\":\"cancel\",\"id\":\"q-1\"}\n",
        "{\"t\":\"beat\"}\n"
    };

    @Test
    void readsHello() {
        assertThat(DeviceMessage.read(GOOD[0])).isEqualTo(new Hello(1, "d-1"));
    }

    @Test
    void readsWhatIsToBeObservedWithAndWithoutAVersion() {
        assertThat(DeviceMessage.read(GOOD[1]))
                .isEqualTo(new Observe(List.of(
                        new Item("noop.Reading", Optional.of("Kc3vJ0qN2mXw8aZr")),
                        new Item("noop.Note", Optional.empty()))));
    }

    @Test
    void readsTheMessagesAboutOneSelector() {
        assertThat(DeviceMessage.read(GOOD[2])).isEqualTo(new Unobserve(List.of("noop.Reading")));
        assertThat(DeviceMessage.read(GOOD[3])).isEqualTo(new Whole("noop.Reading"));
    }

    @Test
    void keepsTheBodyOfAnActionAsItCame() {
        assertThat(DeviceMessage.read(GOOD[4])).isInstanceOfSatisfying(Act.class, act -> {
            assertThat(act.id() + act.a() + act.n()).isEqualTo("a-1noop.AddNote7");
            assertThat(new String(act.body(), UTF_8)).isEqualTo("{\"text\":\"x\"}");
        });
    }

    @Test
    void readsQueriesAndTheirEnd() {
        assertThat(DeviceMessage.read(GOOD[5])).isInstanceOfSatisfying(Ask.class, ask -> {
            assertThat(ask.id() + ask.q() + ask.timeout()).isEqualTo("q-1noop.CountNotes5000");
            assertThat(new String(ask.body(), UTF_8)).isEqualTo("{}");
        });
        assertThat(DeviceMessage.read(GOOD[6])).isEqualTo(new Cancel("q-1"));
    }

    @Test
    void readsABeatAlsoWithoutItsLineFeedAndWithFieldsItDoesNotKnow() {
        assertThat(DeviceMessage.read(GOOD[7])).isEqualTo(new Beat());
        assertThat(DeviceMessage.read("{\"t\":\"beat\",\"mood\":{\"deep\":[1]}}"))
                .isEqualTo(new Beat());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n\n",
                "x",
                "null",
                "[]",
                "7",
                "\"t\"",
                "{}",
                "{\"t\":null}",
                "{\"t\":7}",
                "{\"t\":[\"beat\"]}",
                "{\"t\":\"shout\"}",
                "{\"t\":\"beat\"} {}",
                "{\"t\":\"beat\"",
                "{\"t\":\"hello\"}",
                "{\"t\":\"hello\",\"protocol\":1}",
                "{\"t\":\"hello\",\"protocol\":1,\"device\":\"\"}",
                "{\"t\":\"hello\",\"protocol\":1,\"device\":\"a b\"}",
                "{\"t\":\"hello\",\"protocol\":1,\"device\":\"../../etc\"}",
                "{\"t\":\"hello\",\"protocol\":1,\"device\":{\"a\":1}}",
                "{\"t\":\"hello\",\"protocol\":null,\"device\":\"d\"}",
                "{\"t\":\"hello\",\"protocol\":\"one\",\"device\":\"d\"}",
                "{\"t\":\"observe\"}",
                "{\"t\":\"observe\",\"items\":null}",
                "{\"t\":\"observe\",\"items\":7}",
                "{\"t\":\"observe\",\"items\":[null]}",
                "{\"t\":\"observe\",\"items\":[{}]}",
                "{\"t\":\"observe\",\"items\":[{\"s\":null}]}",
                "{\"t\":\"observe\",\"items\":[{\"s\":{\"a\":1}}]}",
                "{\"t\":\"unobserve\"}",
                "{\"t\":\"unobserve\",\"s\":\"noop.Reading\"}",
                "{\"t\":\"unobserve\",\"s\":[null]}",
                "{\"t\":\"whole\"}",
                "{\"t\":\"whole\",\"s\":null}",
                "{\"t\":\"act\"}",
                "{\"t\":\"act\",\"id\":\"a\",\"a\":\"noop.Do\"}",
                "{\"t\":\"act\",\"id\":\"a\",\"a\":\"noop.Do\",\"n\":\"7\"}",
                "{\"t\":\"act\",\"id\":\"a\",\"a\":\"noop.Do\",\"n\":1.5}",
                "{\"t\":\"act\",\"id\":\"a\",\"a\":\"noop.Do\",\"n\":1e400}",
                "{\"t\":\"act\",\"id\":\"a\",\"a\":\"noop.Do\",\"n\":18446744073709551617}",
                "{\"t\":\"act\",\"id\":\"a\",\"a\":\"noop.Do\",\"n\":1e30}",
                "{\"t\":\"act\",\"id\":\"a b\",\"a\":\"noop.Do\",\"n\":1}",
                "{\"t\":\"act\",\"id\":\"a\",\"a\":\"Do\",\"n\":1}",
                "{\"t\":\"act\",\"id\":\"a\",\"a\":\"noop.a.Do\",\"n\":1}",
                "{\"t\":\"ask\",\"id\":\"a\",\"q\":\"noop.Do\"}",
                "{\"t\":\"ask\",\"id\":\"a\",\"q\":\"noop.Do\",\"timeout\":0}",
                "{\"t\":\"ask\",\"id\":\"a\",\"q\":\"noop.Do\",\"timeout\":-1}",
                "{\"t\":\"ask\",\"id\":\"a\",\"q\":\"noop.Do\",\"timeout\":60001}",
                "{\"t\":\"ask\",\"id\":\"a\",\"q\":\"noop.Do\",\"timeout\":18446744073709551617}",
                "{\"t\":\"cancel\"}",
                "{\"t\":\"cancel\",\"id\":null}"
            })
    void callsEverythingElseMalformedAndSaysWhy(String text) {
        assertThat(DeviceMessage.read(text))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.reason()).isNotBlank());
    }

    @Test
    void refusesMoreItemsThanOneMessageMayHave() {
        String items = "{\"s\":\"noop.Reading\"},".repeat(DeviceMessage.MOST_ITEMS - 1) + "{\"s\":\"noop.Reading\"}";

        assertThat(DeviceMessage.read("{\"t\":\"observe\",\"items\":[" + items + "]}"))
                .isInstanceOf(Observe.class);
        assertThat(DeviceMessage.read("{\"t\":\"observe\",\"items\":[{\"s\":\"noop.Reading\"}," + items + "]}"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void isNotBroughtDownByDepthOrLength() {
        assertThat(DeviceMessage.read("[".repeat(100_000))).isInstanceOf(Malformed.class);
        assertThat(DeviceMessage.read("{\"t\":".repeat(100_000))).isInstanceOf(Malformed.class);
        assertThat(DeviceMessage.read("{\"t\":\"act\",\"n\":" + "9".repeat(100_000) + "}"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void neverThrowsWhateverIsDamaged() {
        Random random = new Random(2);
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder(GOOD[random.nextInt(GOOD.length)]);
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, "{}[]\",:\n\\09-e".charAt(random.nextInt(13)));
                }
            }

            assertThat(DeviceMessage.read(text.toString())).isNotNull();
        }
    }
}
