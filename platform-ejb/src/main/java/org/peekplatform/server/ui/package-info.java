/**
 * The room of the pages that plugins bring. Accepted archives enter, from a file before they are installed and from the
 * database when they are in force; the reasons why pages cannot be shown, module addresses and files on disk leave. The
 * files are a cache by the archive's digest: what is missing or spoilt is taken out of the archive again.
 */
package org.peekplatform.server.ui;
