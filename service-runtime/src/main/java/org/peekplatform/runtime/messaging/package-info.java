/**
 * The only room that speaks JMS: carries messages and archives over the broker's addresses (see docs/architecture.md
 * §2). What enters are envelopes and streams; what leaves is on a queue of the peer.
 */
package org.peekplatform.runtime.messaging;
