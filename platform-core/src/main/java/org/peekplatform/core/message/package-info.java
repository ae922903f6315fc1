/**
 * The one message shape between services: a small header and a body of UTF-8 JSON. What enters is what a transport
 * delivered, with the sender that the transport vouches for; what leaves goes to a named peer.
 */
package org.peekplatform.core.message;
