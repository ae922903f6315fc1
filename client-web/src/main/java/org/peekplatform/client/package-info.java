/**
 * The client service: wiring and start-up. What enters are the container's threads and connections; what leaves is a node
 * that brings the plugins of this instance to the wanted set and talks to the server over the link.
 */
package org.peekplatform.client;
