/**
 * The room that knows people: accounts, passwords, sessions, the first administrator.
 * Names and passwords enter from the web's door; accounts, open sessions and refusals as values leave.
 * What is secret stays in here or leaves once: tokens are stored as digests, passwords as PBKDF2 hashes.
 */
package org.peekplatform.server.account;
