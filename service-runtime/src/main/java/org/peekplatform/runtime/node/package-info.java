/**
 * Puts an instance of the client, agent or worker service together. What enters are the container's resources; what
 * leaves is a running instance that takes messages from its inbox.
 */
package org.peekplatform.runtime.node;
