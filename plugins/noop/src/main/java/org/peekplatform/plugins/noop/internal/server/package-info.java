/**
 * The part on the server. Questions of the admin page and of other plugins enter; it asks agent, worker, database and
 * client, and what they said leaves. What a part does not answer is an answer, too.
 */
package org.peekplatform.plugins.noop.internal.server;
