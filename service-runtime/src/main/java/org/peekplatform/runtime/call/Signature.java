package org.peekplatform.runtime.call;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a method is named on the wire: overloads differ by their parameter types. */
final class Signature {
    private Signature() {}

    static String of(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getName)
                        .collect(Collectors.joining(",", "(", ")"));
    }
}
