/**
 * The REST resources of plugins, uploads, operations and instances. What enters are archives and orders of an
 * administrator; the desks of the server decide; JSON views and problems leave.
 */
package org.peekplatform.server.web.plugin;
