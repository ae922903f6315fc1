package org.acme.leak.internal.server;

import org.peekplatform.api.hook.ServerHook;

public class LeakServer implements ServerHook {}
