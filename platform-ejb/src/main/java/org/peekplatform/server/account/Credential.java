package org.peekplatform.server.account;

/** An account and how its password is checked. Never leaves this room, and never shows its hash. */
record Credential(Account account, String passwordHash) {
    @Override
    public String toString() {
        return "Credential[" + account.name() + "]";
    }
}
