package org.peekplatform.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.VirtualAnnotatedMember;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.Annotations;
import com.fasterxml.jackson.databind.util.SimpleBeanPropertyDefinition;

/** Writes the field that a record has in addition to its components. */
final class DiscriminatorWriter extends VirtualBeanPropertyWriter {
    private final String name;

    private DiscriminatorWriter(
            BeanPropertyDefinition definition, Annotations annotations, JavaType text, String name) {
        super(definition, annotations, text);
        this.name = name;
    }

    static DiscriminatorWriter of(SerializationConfig config, BeanDescription description) {
        AnnotatedClass type = description.getClassInfo();
        JavaType text = config.constructType(String.class);
        BeanPropertyDefinition definition = SimpleBeanPropertyDefinition.construct(
                config,
                new VirtualAnnotatedMember(type, type.getRawType(), Union.DISCRIMINATOR, text),
                PropertyName.construct(Union.DISCRIMINATOR));
        return new DiscriminatorWriter(
                definition,
                type.getAnnotations(),
                text,
                description.getBeanClass().getSimpleName());
    }

    @Override
    protected Object value(Object bean, JsonGenerator out, SerializerProvider provider) {
        return name;
    }

    @Override
    public VirtualBeanPropertyWriter withConfig(
            MapperConfig<?> config, AnnotatedClass declaring, BeanPropertyDefinition definition, JavaType type) {
        return new DiscriminatorWriter(definition, declaring.getAnnotations(), type, name);
    }
}
