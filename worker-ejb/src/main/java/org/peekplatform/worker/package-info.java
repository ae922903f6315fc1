/**
 * The worker service. What enters are messages of this instance's inbox; what leaves is said to the server over the link.
 */
package org.peekplatform.worker;
