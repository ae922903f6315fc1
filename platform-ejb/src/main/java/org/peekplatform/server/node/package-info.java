/**
 * Puts the server together. What enters are the container's resources; what leaves are the desks of the other rooms,
 * joined, and the server's own instance, which runs plugins as every other one does.
 */
package org.peekplatform.server.node;
