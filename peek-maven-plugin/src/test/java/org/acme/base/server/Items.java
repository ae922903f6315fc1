package org.acme.base.server;

import org.acme.base.tuple.Item;

public interface Items extends Countable {
    Item first();
}
