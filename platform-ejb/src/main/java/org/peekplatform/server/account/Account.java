package org.peekplatform.server.account;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody who may sign in.
 *
 * @param mustChange the password is a one-time one: nothing but changing it is allowed
 */
public record Account(String name, SortedSet<String> roles, boolean mustChange, boolean disabled) {
    /** May do everything on the platform. */
    public static final String ADMIN = "admin";

    public Account {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }
}
