package org.peekplatform.runtime.messaging;

/** How a node signs in at the broker. Absent where the broker is in the same WildFly. */
public record Credential(String user, String password) {
    @Override
    public String toString() {
        return "Credential[user=" + user + "]";
    }
}
