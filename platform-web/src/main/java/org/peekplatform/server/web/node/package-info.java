/**
 * The REST resource of nodes' credentials. Orders of an administrator enter; the credential desk of the server decides;
 * a credential leaves once, in the answer to the order that made it.
 */
package org.peekplatform.server.web.node;
