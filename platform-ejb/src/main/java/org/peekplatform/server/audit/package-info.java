/**
 * The room that remembers who did what: sign-ins, password changes, every change of a plugin.
 * Entries come in from the rooms that act, in their transaction, so that a deed and its entry stand or fall together.
 * Newest entries leave for the admin app; secrets never come in.
 */
package org.peekplatform.server.audit;
