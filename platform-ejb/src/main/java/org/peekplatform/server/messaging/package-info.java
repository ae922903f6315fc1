/**
 * The server's end of the link. What enters are messages of nodes, each through the node's own address, which the
 * broker stamps; what leaves are answers and hints to their inboxes.
 */
package org.peekplatform.server.messaging;
