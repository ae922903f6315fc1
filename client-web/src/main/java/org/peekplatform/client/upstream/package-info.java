/**
 * The server as this service asks it about live data, over the link. What enters are questions of devices; what leaves are
 * messages to the server, several questions at a time where there are many.
 */
package org.peekplatform.client.upstream;
