package org.acme.heavy.internal.server;

import org.peekplatform.api.hook.ServerHook;

public class HeavyServer implements ServerHook {}
