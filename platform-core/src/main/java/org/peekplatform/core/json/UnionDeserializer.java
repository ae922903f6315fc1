package org.peekplatform.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.peekplatform.core.problem.Quoted;

/** Reads a value of a union. Only its own records are ever made; any other name is refused. */
final class UnionDeserializer extends StdDeserializer<Object> {
    private final Map<String, Class<?>> members = new HashMap<>();

    UnionDeserializer(Union union) {
        super(union.type());
        for (Class<?> member : union.members()) {
            Class<?> before = members.put(member.getSimpleName(), member);
            if (before != null) {
                throw new IllegalArgumentException(union.type().getName() + " has two records of the same simple name: "
                        + before.getName() + " and " + member.getName());
            }
        }
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.isExpectedStartObjectToken()) {
            return context.handleUnexpectedToken(handledType(), in);
        }
        if (Union.DISCRIMINATOR.equals(in.nextFieldName())) {
            JavaType member = member(in.nextToken() == JsonToken.VALUE_STRING ? in.getText() : "", context);
            in.nextToken();
            return context.findRootValueDeserializer(member).deserialize(in, context);
        }
        return discriminatorLater(in, context);
    }

    /** The platform writes the discriminator first; others may put it anywhere. */
    private Object discriminatorLater(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(in);
        JavaType member = member(tree.path(Union.DISCRIMINATOR).asText(), context);
        return context.readTreeAsValue(tree, member);
    }

    private JavaType member(String name, DeserializationContext context) throws IOException {
        Class<?> member = members.get(name);
        if (member == null) {
            return context.reportInputMismatch(
                    handledType(),
                    "%s",
                    handledType().getSimpleName() + " has no kind " + Quoted.of(name) + " in its field '"
                            + Union.DISCRIMINATOR + "'");
        }
        return context.constructType(member);
    }
}
