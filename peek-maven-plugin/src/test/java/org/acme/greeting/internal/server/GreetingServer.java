package org.acme.greeting.internal.server;

import org.peekplatform.api.hook.ServerHook;

public class GreetingServer implements ServerHook {}
