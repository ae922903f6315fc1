/** The part on the agent. A text of the server enters, the same text leaves with the name of the agent. */
package org.peekplatform.plugins.noop.internal.agent;
