package org.acme.shy.internal.server;

import org.peekplatform.api.PublishedApi;
import org.peekplatform.api.hook.ServerHook;

@PublishedApi
public class ShyServer implements ServerHook, Runnable {
    @Override
    public void run() {}
}
