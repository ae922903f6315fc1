package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final AccountRoom room = new AccountRoom();
    private final Sessions sessions = room.sessions;
    private Account ann;

    @BeforeEach
    void addAnn() {
        ann = room.add("ann", "secret of ann");
    }

    @Test
    void isFoundByItsTokenOnly() {
        OpenedSession opened = sessions.open(ann);

        assertThat(sessions.find(opened.token())).contains(opened.session());
        assertThat(sessions.find(opened.token() + "x")).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }

    @Test
    void storesNeitherTokenNorAnythingItCouldBeReadFrom() {
        OpenedSession opened = sessions.open(ann);

        List<String> stored = room.database.query("select token_hash from peek.session", row -> row.getString(1));
        assertThat(stored).containsExactly(Tokens.digest(opened.token())).doesNotContain(opened.token());
    }

    @Test
    void tokensHave256BitsAndDiffer() {
        String one = sessions.open(ann).token();
        String other = sessions.open(ann).token();

        assertThat(one).hasSize(43).isNotEqualTo(other);
    }

    @Test
    void endsWhenIdleFor30Minutes() {
        String token = sessions.open(ann).token();
        room.clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();

        room.clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void livesOnWhileUsedButNotBeyond12Hours() {
        String token = sessions.open(ann).token();
        for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
            room.clock.advance(Duration.ofMinutes(20));
            assertThat(sessions.find(token)).as("after %s minutes", minutes).isPresent();
        }
        room.clock.advance(Duration.ofMinutes(20));

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void isOverAsSoonAsItsAccountIsDisabled() {
        String token = sessions.open(ann).token();
        room.disable("ann");

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void openingOneThrowsOutThoseThatAreOver() {
        sessions.open(ann);
        room.clock.advance(Sessions.IDLE);
        OpenedSession current = sessions.open(ann);

        assertThat(room.database.query("select token_hash from peek.session", row -> row.getString(1)))
                .containsExactly(Tokens.digest(current.token()));
    }

    @Test
    void showsNoSecretWhenPrinted() {
        OpenedSession opened = sessions.open(ann);

        assertThat(opened.toString() + opened.session())
                .doesNotContain(opened.token())
                .doesNotContain(opened.session().csrf());
    }
}
