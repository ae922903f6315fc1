package org.acme.demo.internal.server;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.acme.base.server.Items;
import org.peekplatform.api.PublishedApi;
import org.peekplatform.api.hook.ServerHook;

public class DemoServer implements ServerHook {
    @Inject
    @PublishedApi
    Items items;

    public int twice() {
        return 2 * items.count();
    }

    public Supplier<Object> first() {
        return items::first;
    }
}
