package org.peekplatform.core.kit.template.internal.server;

/** A plugin whose API this one uses. */
public interface Consumed {
    String greet(String name);
}
