package org.acme.base.server;

public interface Countable {
    int count();
}
