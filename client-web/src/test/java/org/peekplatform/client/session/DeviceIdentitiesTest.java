package org.peekplatform.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.client.session.DeviceIdentities.Nobody;
import org.peekplatform.client.session.DeviceIdentities.SignedIn;
import org.peekplatform.client.session.DeviceIdentities.Unknown;

class DeviceIdentitiesTest {
    private static final User ANN = new User("ann", Set.of("reader"));

    private final FakeServer server = new FakeServer();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final DeviceIdentities identities = new DeviceIdentities(server, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    DeviceIdentitiesTest() {
        server.user("good", ANN);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void asksTheServerByTheDigestOfTheToken() {
        assertThat(identities.find("good")).isInstanceOfSatisfying(SignedIn.class, in -> {
            assertThat(in.session().user()).isEqualTo(ANN);
            assertThat(in.session().ref()).isEqualTo(DeviceIdentities.ref("good"));
        });
        assertThat(server.asked).containsExactly(DeviceIdentities.ref("good"));
        assertThat(DeviceIdentities.ref(""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void remembersForHalfAMinute() {
        identities.find("good");
        pass(Duration.ofSeconds(29));
        identities.find("good");
        assertThat(server.asked).hasSize(1);
        pass(Duration.ofSeconds(1));
        identities.find("good");
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void noticesThatASessionIsOver() {
        identities.find("good");
        server.end("good");
        pass(Duration.ofSeconds(30));

        assertThat(identities.find("good")).isInstanceOf(Nobody.class);
        server.away = true;
        assertThat(identities.find("good")).as("and has forgotten it").isInstanceOf(Unknown.class);
    }

    @Test
    void doesNotRememberThatSomebodyIsNobody() {
        assertThat(identities.find("later")).isInstanceOf(Nobody.class);
        server.user("later", ANN);
        assertThat(identities.find("later")).isInstanceOf(SignedIn.class);
    }

    @Test
    void goesOnWithWhoWasKnownForAnHourWhileTheServerIsAway() {
        identities.find("good");
        server.away = true;
        pass(Duration.ofMinutes(59));
        assertThat(identities.find("good")).isInstanceOf(SignedIn.class);
        assertThat(identities.find("stranger")).isInstanceOf(Unknown.class);
        pass(Duration.ofMinutes(1));
        assertThat(identities.find("good")).isInstanceOf(Unknown.class);
    }

    @Test
    void forgetsWhoHasSignedOut() {
        identities.find("good");
        identities.forget("good");
        server.away = true;

        assertThat(identities.find("good")).isInstanceOf(Unknown.class);
    }
}
