/**
 * Live data between the server and devices: tuples that are observed, actions that are done, queries that are asked.
 * A plugin's server part registers them on its platform object; devices use them through {@code @peek/platform/live}.
 */
package org.peekplatform.api.live;
