/**
 * Where live data comes from: who observes which selector, when it is loaded anew, and what is published then. What
 * enters are observations of listeners and news of changes; what leaves is one update for each value that differs.
 */
package org.peekplatform.core.live.provide;
