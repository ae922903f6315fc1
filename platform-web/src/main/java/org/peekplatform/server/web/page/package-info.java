/**
 * The room that serves the admin app: one generated page and the front end's built files.
 * The files are those of {@link org.peekplatform.runtime.page}, plugins' modules come from {@link org.peekplatform.server.web.page.UiModules}.
 * A page with a fresh nonce leaves, and files that browsers may keep for ever, because their names carry their hash.
 */
package org.peekplatform.server.web.page;
