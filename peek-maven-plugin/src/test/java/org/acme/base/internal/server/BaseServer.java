package org.acme.base.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import org.acme.base.server.Items;
import org.acme.base.tuple.Item;
import org.peekplatform.api.PublishedApi;

@PublishedApi
@ApplicationScoped
public class BaseServer extends CommonServer implements Items {
    @Override
    public Item first() {
        return new Item("one");
    }

    @Override
    public int count() {
        return 1;
    }
}
