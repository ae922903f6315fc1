/** The part on the client. It says once that it is there; nothing enters or leaves. */
package org.peekplatform.plugins.guest.internal.client;
