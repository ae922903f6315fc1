/**
 * The room that describes the REST API. At build time the resources' annotations enter and one OpenAPI document leaves,
 * which lies in the archive; at run time that document is served, and nothing is scanned.
 */
package org.peekplatform.server.web.openapi;
