package org.peekplatform.core.kit.template.server;

/** The API of a built plugin. */
public interface Greeter {
    /** A greeting that says which version of which plugin spoke, and who spoke to it. */
    String greet(String name);
}
