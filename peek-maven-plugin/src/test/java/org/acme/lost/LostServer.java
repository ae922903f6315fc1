package org.acme.lost;

import org.peekplatform.api.hook.ServerHook;

public class LostServer implements ServerHook {}
