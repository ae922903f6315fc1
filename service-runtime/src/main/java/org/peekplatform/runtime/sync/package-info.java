/**
 * Brings the plugins of this instance to the wanted set. What enters is the wanted set from the centre, the
 * deployments of this WildFly and what was done before; what leaves are management operations and reports.
 */
package org.peekplatform.runtime.sync;
