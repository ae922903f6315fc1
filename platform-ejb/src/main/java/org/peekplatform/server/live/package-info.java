/**
 * Live data on the server: what client services ask on behalf of devices, and what plugins' parts registered for it. Who is
 * asking is looked up here by the session, for every message. What leaves are answers, and updates in the stream to clients.
 */
package org.peekplatform.server.live;
