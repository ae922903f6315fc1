package org.acme.twins.internal.server;

import org.peekplatform.api.hook.ServerHook;

public class First implements ServerHook {}
