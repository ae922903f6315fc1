package org.peekplatform.server.migration;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A schema as it was before something is done to it that may fail or be cut short. */
interface Kept {
    void keep(String schema) throws SQLException, IOException;

    /** As it was; does nothing when nothing is kept. */
    void putBack(String schema) throws SQLException, IOException;

    /** What was done stands. */
    void discard(String schema) throws SQLException, IOException;

    /** Schemas of which something is kept still. */
    List<String> leftovers() throws SQLException, IOException;
}
