package org.acme.demo.internal.client;

import org.acme.demo.internal.tuple.Shared;
import org.peekplatform.api.hook.ClientHook;

public class DemoClient implements ClientHook {
    Shared shared = new Shared("x");
}
