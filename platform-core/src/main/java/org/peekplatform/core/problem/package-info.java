/**
 * What is wrong with something that a user handed in. Checks leave problems as values, all that they find at once;
 * REST, the admin page and the Maven plugin show them as they are.
 */
package org.peekplatform.core.problem;
