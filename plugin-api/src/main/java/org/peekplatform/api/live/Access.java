package org.peekplatform.api.live;

import java.util.Set;
import java.util.function.BiPredicate;
import org.peekplatform.api.account.User;

/**
 * Who may do something. The platform asks it on the service that provides the thing, for every observation, action and
 * query; what no rule allows is refused.
 *
 * @param <S> what it is about: a {@link TupleSelector}, an action or a query
 * @since 0.1
 */
@FunctionalInterface
public interface Access<S> {

    /** Must be quick, and have no effect. An exception counts as no. */
    boolean allows(User user, S subject);

    /** Anyone who is signed in. */
    static <S> Access<S> signedIn() {
        return (user, subject) -> true;
    }

    /** Who has at least one of these roles. */
    static <S> Access<S> role(String... roles) {
        Set<String> any = Set.of(roles);
        return (user, subject) -> user.roles().stream().anyMatch(any::contains);
    }

    /** Whom a rule of the plugin's own allows. */
    static <S> Access<S> when(BiPredicate<User, ? super S> rule) {
        return rule::test;
    }
}
