/**
 * Puts the compiled output of a plugin into jars, web archives, EARs and the archive. Entries with their bytes enter,
 * the same bytes leave at every build of the same sources. The descriptors inside an EAR come from platform-core, so
 * that the server finds what it expects.
 */
package org.peekplatform.maven.archive;
