package org.peekplatform.core.tuple;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The live types of a plugin and everything that they are made of.
 *
 * @param declarations by class, live types among them
 */
public record LiveTypes(List<LiveType> live, Map<Class<?>, Declaration> declarations) {
    public LiveTypes {
        live = List.copyOf(live);
        declarations = Collections.unmodifiableMap(new LinkedHashMap<>(declarations));
    }
}
