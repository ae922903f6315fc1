/**
 * The gate before everything that the server offers on the web, deny by default.
 * Requests enter as {@link org.peekplatform.server.web.security.AccessRequest} values; {@code Allowed} with a caller or
 * {@code Refused} with a problem leaves. Plugins' web archives ask the same {@link org.peekplatform.server.web.security.Gate}.
 */
package org.peekplatform.server.web.security;
