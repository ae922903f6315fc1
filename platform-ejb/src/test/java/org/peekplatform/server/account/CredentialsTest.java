package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.server.account.AccountRoom.ADDRESS;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peekplatform.server.audit.AuditEntry;

class CredentialsTest {
    private static final String SECRET = "secret of ann";

    private final AccountRoom room = new AccountRoom();
    private final Credentials credentials = room.credentials;

    @Test
    void knowsTheRightPassword() {
        room.add("ann", SECRET);

        assertThat(credentials.check("ann", SECRET, ADDRESS))
                .isInstanceOfSatisfying(
                        Credentials.Right.class,
                        right -> assertThat(right.account().name()).isEqualTo("ann"));
    }

    @Test
    void doesNotTellWrongUnknownAndDisabledApart() {
        room.add("ann", SECRET);
        room.add("bob", SECRET);
        room.disable("bob");

        assertThat(credentials.check("ann", "wrong", ADDRESS)).isEqualTo(new Credentials.Wrong());
        assertThat(credentials.check("nobody", "wrong", ADDRESS)).isEqualTo(new Credentials.Wrong());
        assertThat(credentials.check("bob", SECRET, ADDRESS)).isEqualTo(new Credentials.Wrong());
    }

    @Test
    void throttlesUnknownNamesAsKnownOnes() {
        for (int i = 0; i < 5; i++) {
            credentials.check("nobody", "wrong", ADDRESS);
        }

        assertThat(credentials.check("nobody", "wrong", ADDRESS)).isInstanceOf(Credentials.TooMany.class);
    }

    @Test
    void doesNotLookAtThePasswordOfWhoIsThrottled() {
        room.add("ann", SECRET);
        for (int i = 0; i < 5; i++) {
            credentials.check("ann", "wrong", ADDRESS);
        }

        assertThat(credentials.check("ann", SECRET, ADDRESS)).isInstanceOf(Credentials.TooMany.class);
    }

    @Test
    void rememberedPasswordsPassWhileGuessesAreThrottled() {
        room.add("ann", SECRET);
        credentials.checkOften("ann", SECRET, ADDRESS);
        for (int i = 0; i < 5; i++) {
            credentials.checkOften("ann", "wrong", ADDRESS);
        }
        assertThat(credentials.checkOften("ann", SECRET, ADDRESS)).isInstanceOf(Credentials.Right.class);

        room.clock.advance(RecentCredentials.REMEMBERED_FOR.minus(Duration.ofMillis(1)));
        credentials.checkOften("ann", "wrong", ADDRESS);
        assertThat(credentials.checkOften("ann", SECRET, ADDRESS)).isInstanceOf(Credentials.Right.class);
        room.clock.advance(Duration.ofMillis(1));
        credentials.checkOften("ann", "wrong", ADDRESS);
        assertThat(credentials.checkOften("ann", SECRET, ADDRESS)).isInstanceOf(Credentials.TooMany.class);
    }

    @Test
    void forgetsARememberedPasswordWhenItIsChangedOrTheAccountDisabled() {
        room.add("ann", SECRET);
        room.add("bob", SECRET);
        credentials.checkOften("ann", SECRET, ADDRESS);
        credentials.checkOften("bob", SECRET, ADDRESS);
        room.passwordDesk.change("ann", SECRET, "another secret of ann", ADDRESS);
        room.disable("bob");

        assertThat(credentials.checkOften("ann", SECRET, ADDRESS)).isInstanceOf(Credentials.Wrong.class);
        assertThat(credentials.checkOften("bob", SECRET, ADDRESS)).isInstanceOf(Credentials.Wrong.class);
    }

    @Test
    void writesDownFailuresButNoNameThatMayBeAPassword() {
        room.add("ann", SECRET);
        credentials.check("ann", "wrong", ADDRESS);
        credentials.check(SECRET, "", ADDRESS);

        assertThat(room.audit.newest(10)).extracting(AuditEntry::subject).containsExactly("(unknown account)", "ann");
        assertThat(room.audit.newest(10).toString()).doesNotContain(SECRET).doesNotContain("wrong");
    }
}
