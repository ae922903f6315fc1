/** The part on the server. It is greeted by noop when somebody asks for it; the greeting leaves. */
package org.peekplatform.plugins.guest.internal.server;
