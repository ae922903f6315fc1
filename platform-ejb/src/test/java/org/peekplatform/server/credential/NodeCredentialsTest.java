package org.peekplatform.server.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.server.audit.AuditEntry;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.credential.CredentialOutcome.Issued;
import org.peekplatform.server.credential.CredentialOutcome.Refused;
import org.peekplatform.server.credential.CredentialOutcome.Revoked;
import org.peekplatform.server.credential.CredentialOutcome.Unknown;
import org.peekplatform.server.credential.NodeCredentials.Orderer;
import org.peekplatform.server.credential.NodeDoors.Identity;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;

class NodeCredentialsTest {
    private static final Orderer ADMIN = new Orderer("admin", "10.0.0.1");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovingClock clock = new MovingClock();
    private final Database database = MemoryDatabase.fresh();
    private final AuditTrail audit = new AuditTrail(database, clock);
    private final DoorsInMemory doors = new DoorsInMemory();
    private NodeCredentials credentials = again();

    private NodeCredentials again() {
        return new NodeCredentials(database, doors, audit, clock, "server1");
    }

    private Identity issue(String node) {
        return ((Issued) credentials.issue(node, Service.AGENT, ADMIN)).identity();
    }

    private Identity rotate(String node) {
        return ((Issued) credentials.rotate(node, HOUR, ADMIN)).identity();
    }

    private boolean letsIn(Identity identity) {
        return doors.letsIn(identity.user(), identity.password());
    }

    @Test
    void aCredentialIsRandomLetsItsNodeInAndIsNotKept() {
        Identity one = issue("agent7");
        Identity other = issue("agent8");

        assertThat(one.password()).hasSize(48).isNotEqualTo(other.password());
        assertThat(letsIn(one)).isTrue();
        assertThat(credentials.nodes()).extracting(NodeCredential::node).containsExactly("agent7", "agent8");
        assertThat(audit.newest(10))
                .allSatisfy(entry -> assertThat(entry.toString())
                        .doesNotContain(one.password())
                        .doesNotContain(other.password()));
        assertThat(one).hasToString("Identity[user=agent7]");
    }

    @Test
    void aNameThatIsTakenOrUnfitOrTheServersOwnIsRefused() {
        issue("agent7");

        for (String name : new String[] {"agent7", "server1", "agent.7", "Agent", "*", "a".repeat(24), ""}) {
            assertThat(credentials.issue(name, Service.AGENT, ADMIN)).as(name).isInstanceOf(Refused.class);
        }
        assertThat(credentials.issue("server2", Service.SERVER, ADMIN)).isInstanceOf(Refused.class);
        assertThat(credentials.nodes()).hasSize(1);
    }

    @Test
    void afterARotationBothWorkUntilTheNewOneWasUsed() {
        Identity old = issue("agent7");

        Identity next = rotate("agent7");
        assertThat(letsIn(old)).isTrue();
        assertThat(letsIn(next)).isTrue();

        credentials.heard("agent7", old.user());
        assertThat(letsIn(old)).isTrue();

        credentials.heard("agent7", next.user());
        assertThat(letsIn(old)).isFalse();
        assertThat(letsIn(next)).isTrue();
    }

    @Test
    void theOldOneEndsWithTheOverlapEvenIfTheServerWasStartedAnewMeanwhile() {
        Identity old = issue("agent7");
        Identity next = rotate("agent7");
        credentials = again();

        clock.advance(HOUR.minusSeconds(1));
        credentials.sweep();
        assertThat(letsIn(old)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        credentials.sweep();
        assertThat(letsIn(old)).isFalse();
        assertThat(letsIn(next)).isTrue();
    }

    @Test
    void aNewCredentialThatWasLostIsReplacedAndTheNextRotationTakesTheFirstNameAgain() {
        Identity first = issue("agent7");
        Identity lost = rotate("agent7");
        Identity second = rotate("agent7");

        assertThat(letsIn(lost)).isFalse();
        assertThat(letsIn(first)).isTrue();
        credentials.heard("agent7", second.user());

        Identity third = rotate("agent7");
        assertThat(third.user()).isEqualTo(first.user());
        assertThat(letsIn(second)).isTrue();
        assertThat(letsIn(third)).isTrue();
        assertThat(letsIn(first)).isFalse();
    }

    @Test
    void aRevokedNodeIsOutWithBothCredentialsAndItsAddresses() {
        Identity old = issue("agent7");
        Identity next = rotate("agent7");

        assertThat(credentials.revoke("agent7", ADMIN)).isInstanceOf(Revoked.class);

        assertThat(letsIn(old)).isFalse();
        assertThat(letsIn(next)).isFalse();
        assertThat(credentials.nodes()).isEmpty();
        assertThat(credentials.revoke("agent7", ADMIN)).isInstanceOf(Unknown.class);
        assertThat(audit.newest(10))
                .extracting(AuditEntry::action)
                .containsExactly("node.revoke", "node.rotate", "node.issue");
    }

    @Test
    void aNodeThatAScriptHasAddedCanBeRotatedAndRevoked() {
        doors.addByScript("worker1", Service.WORKER);

        Identity next = rotate("worker1");

        assertThat(next.service()).isEqualTo(Service.WORKER);
        credentials.heard("worker1", next.user());
        assertThat(doors.letsIn("worker1", "by hand")).isFalse();
        assertThat(credentials.revoke("worker1", ADMIN)).isInstanceOf(Revoked.class);
        assertThat(letsIn(next)).isFalse();
    }

    @Test
    void aNodeInTheServersOwnWildFlyHasNothingToRevoke() {
        doors.waiting().put("agent1", 0L);

        assertThat(credentials.revoke("agent1", ADMIN)).isInstanceOf(Refused.class);
        assertThat(credentials.rotate("agent1", HOUR, ADMIN)).isInstanceOf(Refused.class);
        assertThat(credentials.rotate("agent2", HOUR, ADMIN)).isInstanceOf(Unknown.class);
    }
}
