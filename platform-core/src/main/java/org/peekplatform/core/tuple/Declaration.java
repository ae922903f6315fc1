package org.peekplatform.core.tuple;

import java.util.List;

/** A type that has a name. */
public sealed interface Declaration {
    Class<?> type();

    /**
     * A record.
     *
     * @param parameters names of its type parameters
     * @param discriminated its JSON has the field {@code type} with its simple name, because it is in a union
     */
    record OfRecord(Class<?> type, List<String> parameters, List<Component> components, boolean discriminated)
            implements Declaration {
        public OfRecord {
            parameters = List.copyOf(parameters);
            components = List.copyOf(components);
        }
    }

    /** An enum; its constants in their order. */
    record OfEnum(Class<?> type, List<String> constants) implements Declaration {
        public OfEnum {
            constants = List.copyOf(constants);
        }
    }

    /** A sealed interface of records. */
    record OfUnion(Class<?> type, List<Class<?>> members) implements Declaration {
        public OfUnion {
            members = List.copyOf(members);
        }
    }

    /** One field. */
    record Component(String name, Shape shape) {}
}
