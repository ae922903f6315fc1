package org.peekplatform.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.server.database.MemoryDatabase;

class AuditTrailTest {
    private final MovingClock clock = new MovingClock();
    private final AuditTrail audit = new AuditTrail(MemoryDatabase.fresh(), clock);

    @Test
    void tellsNewestFirstAndNoMoreThanAskedFor() {
        audit.record("ann", "10.0.0.1", "plugin.install", "user 1.0.0", "ok", Map.of());
        audit.record("bob", "10.0.0.2", "plugin.install", "user 1.1.0", "ok", Map.of());
        audit.record("cid", "10.0.0.3", "plugin.install", "user 1.2.0", "failed", Map.of());

        assertThat(audit.newest(2)).extracting(AuditEntry::actor).containsExactly("cid", "bob");
    }

    @Test
    void keepsTimeAndDetail() {
        Instant then = clock.instant();
        audit.record("ann", "", "plugin.install", "user 1.0.0", "ok", Map.of("instances", 4, "note", "\"ü\""));
        clock.advance(Duration.ofHours(1));

        AuditEntry entry = audit.newest(1).get(0);
        assertThat(entry.at()).isEqualTo(then);
        assertThat(entry.detail()).isEqualTo(Map.of("instances", 4, "note", "\"ü\""));
    }

    @Test
    void cutsWhatIsLongerThanItsColumn() {
        audit.record("ann", "", "plugin.install", "x".repeat(500), "ok", Map.of());

        assertThat(audit.newest(1).get(0).subject()).hasSize(200).endsWith("x…");
    }
}
