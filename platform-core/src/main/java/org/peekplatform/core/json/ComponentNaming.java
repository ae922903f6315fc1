package org.peekplatform.core.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;

/** A record is its components: a method such as {@code isLate()} is code of its own and no field. */
final class ComponentNaming extends DefaultAccessorNamingStrategy.Provider {
    @Override
    public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass type) {
        return new ComponentsOnly(config, type);
    }

    private static final class ComponentsOnly extends DefaultAccessorNamingStrategy.RecordNaming {
        ComponentsOnly(MapperConfig<?> config, AnnotatedClass type) {
            super(config, type);
        }

        @Override
        public String findNameForIsGetter(AnnotatedMethod method, String name) {
            return null; // no field: what Jackson's interface asks for
        }

        @Override
        public String findNameForRegularGetter(AnnotatedMethod method, String name) {
            return _fieldNames.contains(name) ? name : null;
        }
    }
}
