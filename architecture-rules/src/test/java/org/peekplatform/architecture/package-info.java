/**
 * The rules of docs/architecture.md as tests. What enters are the compiled classes and the source tree of this
 * repository; what leaves is the name of whoever broke a rule.
 */
package org.peekplatform.architecture;
