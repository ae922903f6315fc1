/**
 * The gate before the web archives of plugins. What enters is every request to one of them; what leaves is what the
 * service's own gate let pass. Without such a gate nothing passes.
 */
package org.peekplatform.runtime.web;
