package org.acme.leak.tuple;

import java.util.List;
import org.acme.leak.internal.tuple.Secret;
import org.peekplatform.api.live.Tuple;

@Tuple
public record Leaking(List<Secret> secrets, First.Line first, Second.Line second, small third) {

    /** One of two. */
    public record First() {
        public record Line(int x) {}
    }

    /** The other. */
    public record Second() {
        public record Line(int y) {}
    }

    /** Not the name of a type. */
    public record small() {}
}
