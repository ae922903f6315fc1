package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.server.account.AccountRoom.ADDRESS;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.Authentication;
import org.peekplatform.api.account.User;
import org.peekplatform.server.account.DeviceSignIn.PasswordDue;
import org.peekplatform.server.account.DeviceSignIn.Refused;
import org.peekplatform.server.account.DeviceSignIn.SignedIn;
import org.peekplatform.server.account.DeviceSignIn.TooMany;
import org.peekplatform.server.audit.AuditEntry;

class DeviceSignInTest {
    private static final String SECRET = "secret of ann";

    private final AccountRoom room = new AccountRoom();
    private Optional<Authentication> directory = Optional.empty();
    private int asked;
    private final DeviceSignIn signIn = new DeviceSignIn(
            room.database, room.credentials, room.throttle, room.deviceSessions, () -> directory, room.audit);

    @BeforeEach
    void addAnn() {
        room.add("ann", SECRET);
    }

    private void publish() {
        directory = Optional.of((name, password) -> {
            asked++;
            return password.equals("right")
                    ? Optional.of(new User("Ann of the directory", Set.of("reader")))
                    : Optional.empty();
        });
    }

    private String lastAudit() {
        AuditEntry entry = room.audit.newest(1).get(0);
        return entry.actor() + " " + entry.action() + " " + entry.subject() + " " + entry.outcome();
    }

    @Test
    void opensASessionForWhoKnowsThePassword() {
        assertThat(signIn.signIn("ann", SECRET, ADDRESS)).isInstanceOfSatisfying(SignedIn.class, in -> {
            assertThat(in.user()).isEqualTo(new User("ann", Set.of(Account.ADMIN)));
            assertThat(room.deviceSessions.find(Tokens.digest(in.token()))).contains(in.user());
            assertThat(in.toString()).doesNotContain(in.token());
        });
        assertThat(lastAudit()).isEqualTo("ann device.sign-in ann ok");
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownName() {
        assertThat(signIn.signIn("ann", "wrong", ADDRESS)).isEqualTo(new Refused());
        assertThat(lastAudit()).contains("account.credentials ann refused");
        assertThat(signIn.signIn("nobody", "wrong", ADDRESS)).isEqualTo(new Refused());
        room.disable("ann");
        assertThat(signIn.signIn("ann", SECRET, ADDRESS)).isEqualTo(new Refused());
    }

    @Test
    void isThrottled() {
        for (int i = 0; i < SignInThrottle.TRIES; i++) {
            signIn.signIn("ann", "wrong", ADDRESS);
        }
        assertThat(signIn.signIn("ann", SECRET, ADDRESS))
                .isInstanceOfSatisfying(
                        TooMany.class, many -> assertThat(many.retryAfter()).isPositive());

        room.clock.advance(SignInThrottle.ONE_TRY_PER);
        assertThat(signIn.signIn("ann", SECRET, ADDRESS)).isInstanceOf(SignedIn.class);
    }

    @Test
    void refusesAOneTimePasswordAndWritesItDown() {
        room.database.update("update peek.account set must_change = true where name = 'ann'");

        assertThat(signIn.signIn("ann", SECRET, ADDRESS)).isEqualTo(new PasswordDue());
        assertThat(lastAudit()).isEqualTo("ann device.sign-in ann refused");
        assertThat(room.database.query("select ref from peek.device_session", row -> row.getString(1)))
                .isEmpty();
    }

    @Test
    void asksTheDirectoryThatAPluginPublishesInsteadOfTheAccounts() {
        publish();
        assertThat(signIn.signIn("ann", SECRET, ADDRESS)).isEqualTo(new Refused());
        assertThat(room.audit.newest(10).toString()).doesNotContain(SECRET);
        assertThat(signIn.signIn("ann", "right", ADDRESS))
                .isInstanceOfSatisfying(
                        SignedIn.class, in -> assertThat(in.user().name()).isEqualTo("Ann of the directory"));
        assertThat(lastAudit()).isEqualTo("Ann of the directory device.sign-in Ann of the directory ok");

        directory = Optional.empty();
        assertThat(signIn.signIn("ann", SECRET, ADDRESS)).isInstanceOf(SignedIn.class);
    }

    @Test
    void throttlesTheDirectoryTooAndAsksItNothingThen() {
        publish();
        for (int i = 0; i < SignInThrottle.TRIES; i++) {
            signIn.signIn("ann", "wrong", ADDRESS);
        }
        assertThat(signIn.signIn("ann", "right", ADDRESS)).isInstanceOf(TooMany.class);
        assertThat(asked).isEqualTo(SignInThrottle.TRIES);
    }

    @Test
    void whoKnowsThePasswordWaitsForNothing() {
        publish();
        for (int i = 0; i < 20; i++) {
            assertThat(signIn.signIn("ann", "right", ADDRESS)).isInstanceOf(SignedIn.class);
        }
    }

    @Test
    void signsOutOnce() {
        SignedIn in = (SignedIn) signIn.signIn("ann", SECRET, ADDRESS);
        String ref = Tokens.digest(in.token());
        signIn.signOut(ref, ADDRESS);
        assertThat(lastAudit()).isEqualTo("ann device.sign-out ann ok");
        int entries = room.audit.newest(100).size();
        signIn.signOut(ref, ADDRESS);

        assertThat(room.deviceSessions.find(ref)).isEmpty();
        assertThat(room.audit.newest(100)).hasSize(entries);
    }
}
