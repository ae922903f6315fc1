package org.acme.guestbook.internal.server;

import org.peekplatform.api.hook.ServerHook;

public class GuestbookServer implements ServerHook {}
