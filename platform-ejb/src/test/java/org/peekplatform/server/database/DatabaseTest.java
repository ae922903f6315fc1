package org.peekplatform.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.PeekException;

class DatabaseTest {
    private final Database database = MemoryDatabase.fresh();

    @Test
    void runsEachScriptOnce() {
        DataSource source = MemoryDatabase.source();

        assertThat(new SchemaMigration(source).run()).isPositive();
        assertThat(new SchemaMigration(source).run()).isZero();
    }

    @Test
    void bindsParametersInsteadOfPastingThem() {
        String name = "x'); delete from peek.account; --";

        assertThat(database.first("select cast(? as varchar) v", row -> row.getString("v"), name))
                .contains(name);
    }

    @Test
    void keepsTheInstantOfATime() {
        Instant time = Instant.parse("2026-03-29T01:30:00.123456Z");

        assertThat(database.first(
                        "select cast(? as timestamp with time zone) t", row -> Database.instant(row, "t"), time))
                .contains(time);
    }

    @Test
    void namesTheStatementThatTheDatabaseRefuses() {
        assertThatExceptionOfType(PeekException.class)
                .isThrownBy(() -> database.update("delete from peek.nowhere"))
                .withMessageContaining("PEEK-5001")
                .withMessageContaining("delete from peek.nowhere");
    }
}
