package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;

class DeviceSessionsTest {
    private static final User ANN = new User("ann", Set.of("reader", "writer"));

    private final AccountRoom room = new AccountRoom();
    private final DeviceSessions sessions = room.deviceSessions;

    private String opened() {
        return Tokens.digest(sessions.open(ANN));
    }

    private int rows() {
        return room.database
                .first("select count(*) c from peek.device_session", row -> row.getInt("c"))
                .orElseThrow();
    }

    @Test
    void isFoundByTheDigestOfItsTokenOnly() {
        String token = sessions.open(ANN);

        assertThat(sessions.find(Tokens.digest(token))).contains(ANN);
        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.find("")).isEmpty();
        assertThat(room.database.query("select ref from peek.device_session", row -> row.getString(1)))
                .containsExactly(Tokens.digest(token));
    }

    @Test
    void endsWhenIdleFor30Days() {
        String ref = opened();
        room.clock.advance(DeviceSessions.IDLE.minusSeconds(1));
        assertThat(sessions.find(ref)).isPresent();
        room.clock.advance(DeviceSessions.IDLE);
        assertThat(sessions.find(ref)).isEmpty();
    }

    @Test
    void livesOnWhileUsedButNotBeyond180Days() {
        String ref = opened();
        for (int days = 20; days < 180; days += 20) {
            room.clock.advance(Duration.ofDays(20));
            assertThat(sessions.find(ref)).as("after %s days", days).isPresent();
        }
        room.clock.advance(Duration.ofDays(20));
        assertThat(sessions.find(ref)).isEmpty();
    }

    @Test
    void isOverAtOnceWhereItWasEndedAndWithinTwentySecondsElsewhere() {
        String ref = opened();
        DeviceSessions elsewhere = new DeviceSessions(room.database, room.clock);
        assertThat(elsewhere.find(ref)).isPresent();
        sessions.end(ref);

        assertThat(sessions.find(ref)).isEmpty();
        room.clock.advance(DeviceSessions.FRESH);
        assertThat(elsewhere.find(ref)).isEmpty();
    }

    @Test
    void asksTheDatabaseOnceInTwentySeconds() {
        String ref = opened();
        assertThat(sessions.find(ref)).isPresent();
        room.database.update("delete from peek.device_session");
        assertThat(sessions.find(ref)).as("what was read is still good").isPresent();
        room.clock.advance(DeviceSessions.FRESH);
        assertThat(sessions.find(ref)).isEmpty();
    }

    @Test
    void openingOneThrowsOutThoseThatAreOver() {
        opened();
        room.clock.advance(DeviceSessions.IDLE);
        String ref = opened();

        assertThat(rows()).isEqualTo(1);
        assertThat(sessions.find(ref)).isPresent();
    }

    @Test
    void keepsARoleWhole() {
        User odd = new User("bob", Set.of("cn=users,dc=example", "reader,admin", "a\nadmin"));

        assertThat(sessions.find(Tokens.digest(sessions.open(odd)))
                        .orElseThrow()
                        .roles())
                .containsExactlyInAnyOrder("cn=users,dc=example", "reader,admin", "a admin");
        assertThat(sessions.find(Tokens.digest(sessions.open(new User("cyd", Set.of()))))
                        .orElseThrow()
                        .roles())
                .isEmpty();
    }

    @Test
    void isOverWhenTheAccountIsDisabled() {
        room.add("ann", "secret of ann");
        String ref = opened();
        room.disable("ann");

        assertThat(sessions.find(ref)).isEmpty();
    }

    @Test
    void isOverWhenThePasswordIsChanged() {
        room.add("ann", "secret of ann");
        String ref = opened();
        assertThat(sessions.find(ref)).isPresent();
        room.passwordDesk.change("ann", "secret of ann", "another secret of ann", AccountRoom.ADDRESS);

        assertThat(sessions.find(ref)).isEmpty();
        assertThat(rows()).isZero();
    }
}
