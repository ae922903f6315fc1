/**
 * The page around a plugin's page on the client service, and the front end's files that it needs. Both are for everybody: the
 * page signs in by itself, and what it shows then comes from the plugin's own files and from live data, which are guarded.
 */
package org.peekplatform.client.page;
