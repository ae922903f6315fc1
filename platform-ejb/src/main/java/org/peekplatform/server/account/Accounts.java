package org.peekplatform.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.peekplatform.server.database.Database;

/** Table {@code account}. */
public final class Accounts {
    private final Database database;
    private final Clock clock;

    public Accounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean none() {
        return database.query("select 1 from peek.account fetch first 1 rows only", row -> row.getInt(1))
                .isEmpty();
    }

    /** The account of that exact name. */
    public Optional<Account> find(String name) {
        return credential(name).map(Credential::account);
    }

    Optional<Credential> credential(String name) {
        return database.first(
                "select name, password_hash, roles, must_change, disabled from peek.account where name = ?",
                row -> new Credential(account(row), row.getString("password_hash")),
                name);
    }

    void add(Account account, String passwordHash) {
        database.update(
                "insert into peek.account (name, password_hash, roles, must_change, disabled, created)"
                        + " values (?, ?, ?, ?, ?, ?)",
                account.name(),
                passwordHash,
                String.join(",", account.roles()),
                account.mustChange(),
                account.disabled(),
                clock.instant());
    }

    /** @return false when the password is no longer the one that the caller has checked */
    boolean replacePassword(Credential checked, String newHash) {
        return database.update(
                        "update peek.account set password_hash = ?, must_change = false"
                                + " where name = ? and password_hash = ?",
                        newHash,
                        checked.account().name(),
                        checked.passwordHash())
                == 1;
    }

    static Account account(ResultSet row) throws SQLException {
        SortedSet<String> roles = new TreeSet<>(List.of(row.getString("roles").split(",")));
        return new Account(row.getString("name"), roles, row.getBoolean("must_change"), row.getBoolean("disabled"));
    }
}
