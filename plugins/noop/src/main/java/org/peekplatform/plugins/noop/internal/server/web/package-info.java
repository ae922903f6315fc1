/** The REST resources of noop on the server. A request of its admin page enters, JSON leaves. */
package org.peekplatform.plugins.noop.internal.server.web;
