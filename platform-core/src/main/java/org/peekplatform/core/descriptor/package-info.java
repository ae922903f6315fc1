/**
 * What a plugin says about itself in {@code plugin.json}. Bytes enter, a {@link
 * org.peekplatform.core.descriptor.PluginDescriptor} that cannot be wrong leaves, or the reasons why not.
 */
package org.peekplatform.core.descriptor;
