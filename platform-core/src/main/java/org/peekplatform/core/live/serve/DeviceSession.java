package org.peekplatform.core.live.serve;

import org.peekplatform.api.account.User;

/**
 * Who is signed in on a device.
 *
 * @param ref names the session to the server; worth nothing at the doors
 */
public record DeviceSession(String ref, User user) {}
