/**
 * Typed calls between the parts of a plugin on different services. What enters is a method call on a proxy or a call
 * message from a peer; what leaves is a call message, or the provider's answer encoded once.
 */
package org.peekplatform.runtime.call;
