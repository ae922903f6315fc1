package org.peekplatform.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.peekplatform.api.PeekException;

/**
 * Short statements over JDBC. Parameters are bound, never pasted; an {@link Instant} goes in as a time with zone.
 * In a transaction all statements share its connection, because the data source takes part in it.
 */
public final class Database {
    private final DataSource source;
    private final Transactions transactions;

    public Database(DataSource source, Transactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    /** All rows, in their order. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        return prepared(sql, parameters, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** @return how many rows were touched: compare-and-set writes decide by it */
    public int update(String sql, Object... parameters) {
        return prepared(sql, parameters, PreparedStatement::executeUpdate);
    }

    /**
     * One statement with many sets of parameters, in one go.
     *
     * @return how many rows each touched
     */
    public int[] batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return prepared(sql, new Object[0], statement -> {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Runs the work as one unit; joins a transaction that is already there. */
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.run(work);
    }

    /** Reads a time that {@link #update} wrote. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private <T> T prepared(String sql, Object[] parameters, Execution<T> execution) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return execution.run(statement);
        } catch (SQLException e) {
            throw new PeekException(
                    "PEEK-5001",
                    "The database refused \"" + sql + "\": " + e.getMessage()
                            + ". Nothing of this step was stored. Check that the database runs and its log.",
                    e);
        }
    }

    private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, bound(parameters[i]));
        }
    }

    private static Object bound(Object parameter) {
        return parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter;
    }

    @FunctionalInterface
    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
