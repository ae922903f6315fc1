/**
 * Measures running platforms from outside: how fast plugins come and go, and what they cost. What enters are archives
 * of the test kit and the script {@code ./peek}; what leaves are tables in Markdown. Nothing in here asserts a time: a
 * run fails only when something did not run.
 */
package org.peekplatform.bench;
