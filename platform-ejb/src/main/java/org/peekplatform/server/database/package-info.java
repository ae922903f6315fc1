/**
 * The room of the platform's own tables: schema {@code peek}, versioned by Flyway before anything else touches it.
 * SQL and parameters enter; rows that are already records leave.
 * Other rooms hold their own statements and get a {@link org.peekplatform.server.database.Database} through their constructor.
 */
package org.peekplatform.server.database;
