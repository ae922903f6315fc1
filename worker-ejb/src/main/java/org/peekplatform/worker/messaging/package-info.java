/**
 * The only room of the worker service that speaks JMS. What enters are the messages of this instance's inbox and tasks; what
 * leaves are envelopes for the node, and the connections that the wiring needs.
 */
package org.peekplatform.worker.messaging;
