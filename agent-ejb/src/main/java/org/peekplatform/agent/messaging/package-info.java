/**
 * The only room of the agent service that speaks JMS. What enters are the messages of this instance's inbox; what
 * leaves are envelopes for the node, and the connections that the wiring needs.
 */
package org.peekplatform.agent.messaging;
