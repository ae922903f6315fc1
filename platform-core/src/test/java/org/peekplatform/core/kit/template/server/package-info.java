/**
 * Classes of built plugins. They are compiled once, here; the kit copies them into a plugin under the plugin's own
 * package, so that hundreds of plugins cost no compiler run. Nothing else may use them.
 */
package org.peekplatform.core.kit.template.server;
