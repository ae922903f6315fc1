/**
 * How live data reaches devices. What enters are updates, each once, and what devices say; what leaves goes to every
 * connection that observes it, as fast as that one reads. Bodies are never looked into.
 */
package org.peekplatform.core.live.serve;
