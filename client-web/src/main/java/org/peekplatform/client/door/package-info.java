/**
 * The doors for devices: WebSocket, its fallback over HTTP, and signing in. What enters are requests of browsers, judged
 * before anything else; what leaves are connections and messages for the desk.
 */
package org.peekplatform.client.door;
