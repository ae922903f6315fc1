/**
 * The room where refusals and failures become RFC 9457 problem documents.
 * Exceptions of JAX-RS, JSON and bean validation enter, and refusals of the access gate; {@code application/problem+json} leaves.
 * Nothing of the inside is told: a failure has an id, and the log has the rest under it.
 */
package org.peekplatform.server.web.problem;
