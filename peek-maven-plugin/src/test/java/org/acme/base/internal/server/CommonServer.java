package org.acme.base.internal.server;

import org.peekplatform.api.hook.ServerHook;

public abstract class CommonServer implements ServerHook {}
