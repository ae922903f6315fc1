/**
 * Work that a plugin's server part hands to the worker service.
 *
 * @since 0.1
 */
package org.peekplatform.api.task;
