/**
 * Schemas of the plugins. What enters is an archive; what leaves is the plugin's schema at the version that its scripts
 * describe, or the reason why not. The platform runs the scripts, never the plugin.
 */
package org.peekplatform.server.migration;
