package org.peekplatform.server.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.peekplatform.core.json.Json;

/** Tables as files: one for each, a JSON object per row and line. Rows are streamed, so the size of the data plays no role. */
final class SchemaTables {
    static final String ENDING = ".ndjson";

    private static final int FETCH = 500;
    private static final Set<Integer> BYTES = Set.of(Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY);

    private SchemaTables() {}

    /** @param folder before the tables' names; empty, or with a slash at its end */
    static void write(Connection connection, String schema, String folder, ZipOutputStream zip)
            throws SQLException, IOException {
        for (String table : Schema.tables(connection, schema)) {
            zip.putNextEntry(new ZipEntry(folder + table + ENDING));
            rows(connection, schema, table, zip);
            zip.closeEntry();
        }
    }

    private static void rows(Connection connection, String schema, String table, OutputStream out)
            throws SQLException, IOException {
        String sql = "select * from " + quoted(connection, schema) + "." + quoted(connection, table);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    out.write(Json.write(object(row)));
                    out.write('\n');
                }
            }
        }
    }

    private static ObjectNode object(ResultSet row) throws SQLException {
        ObjectNode object = Json.mapper().createObjectNode();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            if (isBytes(columns.getColumnType(i))) {
                object.put(name, row.getBytes(i));
                continue;
            }
            Object value = row.getObject(i);
            if (value instanceof Number || value instanceof Boolean) {
                object.putPOJO(name, value);
            } else {
                object.put(name, row.getString(i));
            }
        }
        return object;
    }

    /** @param kind of {@link Types} */
    static boolean isBytes(int kind) {
        return BYTES.contains(kind);
    }

    static String quoted(Connection connection, String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
