/**
 * The only room of the client service that speaks JMS. What enters are the messages of this instance's inbox; what
 * leaves are envelopes for the node, and the connections that the wiring needs.
 */
package org.peekplatform.client.messaging;
