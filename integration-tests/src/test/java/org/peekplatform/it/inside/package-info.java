/**
 * Tests that run inside a service, in an archive of their own beside the plugins. What enters is the test platform with
 * noop; what leaves are answers that cannot be seen from outside.
 */
package org.peekplatform.it.inside;
