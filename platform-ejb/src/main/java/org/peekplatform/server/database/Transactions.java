package org.peekplatform.server.database;

import java.util.function.Supplier;

/** Runs work in the transaction that is there, or in a new one; what the work throws rolls it back. */
public interface Transactions {
    <T> T run(Supplier<T> work);
}
