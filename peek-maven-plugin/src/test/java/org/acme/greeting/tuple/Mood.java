package org.acme.greeting.tuple;

public enum Mood {
    GLAD,
    TIRED
}
