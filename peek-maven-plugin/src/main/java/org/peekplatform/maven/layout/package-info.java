/**
 * Which class and which resource of a plugin goes where, decided by package alone. The compiled output of a plugin
 * enters; a place for every entry, or the reason why there is none, leaves. This is the table of
 * docs/architecture.md, section 3.
 */
package org.peekplatform.maven.layout;
