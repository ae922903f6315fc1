/**
 * Writes the TypeScript types of a plugin's tuples, actions and queries. Compiled classes enter; declarations and small
 * scripts leave: one module for everybody, and one for the plugin's own pages. What can travel is decided by
 * platform-core.
 */
package org.peekplatform.maven.live;
