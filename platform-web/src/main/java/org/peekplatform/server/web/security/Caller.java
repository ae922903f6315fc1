package org.peekplatform.server.web.security;

import java.security.Principal;
import java.util.Set;

/** Who is asking. Request attribute {@link #ATTRIBUTE} and the request's user principal. */
public record Caller(String name, Set<String> roles) implements Principal {
    public static final String ATTRIBUTE = "org.peekplatform.caller";

    public Caller {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return name;
    }
}
