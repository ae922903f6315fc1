package org.acme.guestbook.tuple;

public enum Mood {
    CALM
}
