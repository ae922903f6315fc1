package org.acme.greeting.tuple;

public sealed interface Wish {

    record Coffee(boolean milk) implements Wish {}

    record Silence() implements Wish {}
}
