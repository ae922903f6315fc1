/**
 * Messages to and from peers: requests with an answer in bounded time, and handlers by kind. What enters is what a
 * transport received, with the peer it vouches for; what leaves goes to the transport.
 */
package org.peekplatform.runtime.link;
