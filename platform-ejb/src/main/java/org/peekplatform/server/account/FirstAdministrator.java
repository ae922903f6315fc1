package org.peekplatform.server.account;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.database.Database;

/**
 * Creates the first account when there is none, with a password that serves to set another one and for nothing else.
 * As soon as an account exists this does nothing any more; no request ever leads here.
 */
public final class FirstAdministrator {
    public static final String NAME = "admin";
    private static final System.Logger LOG = System.getLogger(FirstAdministrator.class.getName());

    private final Database database;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final OwnerOnlyFile file;

    public FirstAdministrator(
            Database database, Accounts accounts, Passwords passwords, AuditTrail audit, Path passwordFile) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.file = new OwnerOnlyFile(passwordFile);
    }

    /**
     * Creates it if there is no account. The file comes first: a crash in between leaves a file without an account, and
     * the next start writes a new one.
     *
     * @param console where the password is shown once; not the log, which is kept and passed on
     */
    public void createIfNone(Consumer<String> console) {
        if (!accounts.none()) {
            return;
        }
        String password = OneTimePassword.random();
        file.write(password + "\n");
        Account admin = new Account(NAME, new TreeSet<>(Set.of(Account.ADMIN)), true, false);
        String hash = passwords.hash(password);
        database.inTransaction(() -> {
            accounts.add(admin, hash);
            audit.record(AuditTrail.PLATFORM, "", "account.first-administrator", NAME, "ok", Map.of());
            return admin;
        });
        LOG.log(
                System.Logger.Level.INFO,
                "PEEK-5022 Account '" + NAME + "' was created. Its one-time password is in " + file.path()
                        + " until it is changed.");
        console.accept("First administrator: name " + NAME + ", one-time password " + password);
    }

    /** The one-time password has done its work. */
    void passwordChanged(String account) {
        if (account.equals(NAME) && file.delete()) {
            LOG.log(System.Logger.Level.INFO, "PEEK-5023 " + file.path() + " was deleted: the password is changed.");
        }
    }
}
