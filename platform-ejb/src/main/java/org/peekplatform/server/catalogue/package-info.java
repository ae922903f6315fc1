/**
 * The wanted set and the archives, in the database. What enters are accepted archives and decisions about plugins; what
 * leaves is the wanted set for the server and for all others, and archives as streams.
 */
package org.peekplatform.server.catalogue;
