/**
 * The room of nodes' credentials. What enters are an administrator's orders to issue, rotate or revoke, and with which
 * credential a node has just reported. What leaves are identities and addresses on the broker, a password that is shown
 * once, and entries in the audit trail.
 */
package org.peekplatform.server.credential;
