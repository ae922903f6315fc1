package org.peekplatform.api.account;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Who is signed in, on the platform's word.
 *
 * @param name unique
 * @param roles what this person may, as the directory says
 * @since 0.1
 */
public record User(String name, Set<String> roles) {
    public User {
        requireNonNull(name, "name is null");
        roles = Set.copyOf(roles);
    }
}
