/**
 * The admin app in a real browser. What enters is a platform that nobody has signed in to; the tests themselves are
 * written with Playwright in frontend/e2e, and what leaves is their outcome.
 */
package org.peekplatform.it.browser;
