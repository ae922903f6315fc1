package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.server.account.AccountRoom.ADDRESS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peekplatform.server.audit.AuditEntry;

class PasswordDeskTest {
    private static final String OLD = "secret of ann";
    private static final String NEW = "another secret of ann";

    private final AccountRoom room = new AccountRoom();

    @BeforeEach
    void addAnn() {
        room.add("ann", OLD);
    }

    @Test
    void replacesThePasswordAndEverySession() {
        String laptop = signedIn(Optional.empty());
        String phone = signedIn(Optional.empty());

        PasswordDesk.Outcome outcome = room.passwordDesk.change("ann", OLD, NEW, ADDRESS);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PasswordDesk.Changed.class,
                        changed -> assertThat(
                                        room.sessions.find(changed.opened().token()))
                                .isPresent());
        assertThat(room.sessions.find(laptop)).isEmpty();
        assertThat(room.sessions.find(phone)).isEmpty();
        assertThat(room.credentials.check("ann", NEW, ADDRESS)).isInstanceOf(Credentials.Right.class);
        assertThat(room.credentials.check("ann", OLD, ADDRESS)).isInstanceOf(Credentials.Wrong.class);
    }

    @Test
    void asksForTheOldPassword() {
        String token = signedIn(Optional.empty());

        assertThat(room.passwordDesk.change("ann", "wrong", NEW, ADDRESS))
                .isInstanceOf(PasswordDesk.WrongPassword.class);
        assertThat(room.sessions.find(token)).isPresent();
    }

    @Test
    void throttlesGuessesOfTheOldPassword() {
        for (int i = 0; i < 5; i++) {
            room.passwordDesk.change("ann", "wrong", NEW, ADDRESS);
        }

        assertThat(room.passwordDesk.change("ann", OLD, NEW, ADDRESS)).isInstanceOf(PasswordDesk.TooMany.class);
    }

    @Test
    void refusesAnUnfitPasswordAndChangesNothing() {
        assertThat(room.passwordDesk.change("ann", OLD, "short", ADDRESS))
                .isEqualTo(
                        new PasswordDesk.Unfit(List.of("The new password must have 12 to 1024 characters, it has 5.")));
        assertThat(room.credentials.check("ann", OLD, ADDRESS)).isInstanceOf(Credentials.Right.class);
    }

    @Test
    void losesAgainstAChangeInBetween() {
        Credentials.Right checked = (Credentials.Right) room.credentials.check("ann", OLD, ADDRESS);
        room.passwordDesk.change("ann", OLD, NEW, ADDRESS);

        assertThat(room.credentials.replace(checked, "third secret of ann")).isEmpty();
    }

    @Test
    void signingInAgainEndsTheBrowsersEarlierSession() {
        String earlier = signedIn(Optional.empty());
        String later = signedIn(Optional.of(earlier));

        assertThat(room.sessions.find(earlier)).isEmpty();
        assertThat(room.sessions.find(later)).isPresent();
    }

    @Test
    void signingOutEndsTheSessionAndIsWrittenDown() {
        String token = signedIn(Optional.empty());
        room.signInDesk.signOut(token, ADDRESS);
        room.signInDesk.signOut(token, ADDRESS);

        assertThat(room.sessions.find(token)).isEmpty();
        assertThat(room.audit.newest(10))
                .extracting(AuditEntry::action)
                .containsExactly("session.sign-out", "session.sign-in");
    }

    private String signedIn(Optional<String> earlierToken) {
        return ((SignInDesk.SignedIn) room.signInDesk.signIn("ann", OLD, ADDRESS, earlierToken))
                .opened()
                .token();
    }
}
