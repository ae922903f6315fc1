/**
 * The part on the client. Every few seconds it asks the server how many visits there are, and tells it what came back
 * and how long that took. A server that does not answer is asked again.
 */
package org.peekplatform.plugins.noop.internal.client;
