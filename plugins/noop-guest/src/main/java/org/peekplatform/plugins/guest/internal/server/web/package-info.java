/** The REST resources of the guest on the server. A request enters, the greeting of noop leaves as JSON. */
package org.peekplatform.plugins.guest.internal.server.web;
