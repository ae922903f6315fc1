package org.peekplatform.core.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.List;
import java.util.Optional;

/**
 * Teaches the mapper unions. Jackson's own polymorphic typing stays off: it wants annotations, which plugins cannot have,
 * and it leaves the discriminator out where a list is written whose element type is unknown.
 */
final class UnionModule extends SimpleModule {
    UnionModule() {
        super("unions");
        setDeserializers(new UnionDeserializers());
        setSerializerModifier(new Discriminators());
    }

    private static final class UnionDeserializers extends SimpleDeserializers {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            Optional<Union> union = Union.of(type.getRawClass());
            return union.isPresent() ? new UnionDeserializer(union.get()) : null; // null: Jackson goes on asking
        }
    }

    private static final class Discriminators extends BeanSerializerModifier {
        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> properties) {
            Class<?> type = description.getBeanClass();
            if (Union.hasMember(type)) {
                if (properties.stream().anyMatch(property -> property.getName().equals(Union.DISCRIMINATOR))) {
                    throw new IllegalArgumentException(type.getName() + " is told apart by a field '"
                            + Union.DISCRIMINATOR + "', but has a component of that name");
                }
                properties.add(0, DiscriminatorWriter.of(config, description));
            }
            return properties;
        }
    }
}
