/**
 * Builds plugin archives in milliseconds, good ones and bad ones. What enters is a sentence such as {@code
 * named("noop").requires("user", ">=2")}; what leaves is a file that WildFly can deploy, or one that must be refused.
 */
package org.peekplatform.core.kit;
