/**
 * The instances of all services. What enters are their reports, each with the sender that the broker vouches for; what
 * leaves is who is there, and how each plugin is on each of them.
 */
package org.peekplatform.server.instance;
