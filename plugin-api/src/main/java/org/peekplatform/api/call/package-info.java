/**
 * Typed calls from one service to another, by a Java interface.
 *
 * @since 0.1
 */
package org.peekplatform.api.call;
