/**
 * The parts of plugins that live in this service's WildFly, and the APIs they publish. What enters is told by a CDI
 * extension that runs in the bean container of every plugin EAR; what leaves are parts to start hooks of, and proxies
 * that find the provider of an API at each call.
 */
package org.peekplatform.runtime.part;
