/**
 * Operations on plugins: one after the other, each a few steps that can be repeated, kept in the database so that an
 * operation that a crash cut short is finished at the next start. What enters are orders of an administrator; what
 * leaves are decisions in the catalogue, and the record of how it went.
 */
package org.peekplatform.server.rollout;
