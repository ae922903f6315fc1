/**
 * Where the platform enters a plugin: one hook per service, each handed the platform object of that service.
 *
 * @since 0.1
 */
package org.peekplatform.api.hook;
