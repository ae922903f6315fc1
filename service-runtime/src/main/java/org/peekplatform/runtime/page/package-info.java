/**
 * What services that serve pages have in common: the front end's built files, and the head of a page that is made of them.
 * The files come from {@code META-INF/peek-ui} on the class path of a web archive, compressed at build time. What leaves
 * are files that browsers may keep for ever, and pages with a fresh nonce.
 */
package org.peekplatform.runtime.page;
