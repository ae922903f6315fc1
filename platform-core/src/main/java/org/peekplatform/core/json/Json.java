package org.peekplatform.core.json;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;
import static com.fasterxml.jackson.databind.cfg.CoercionAction.TryConvert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.peekplatform.api.Service;

/**
 * Records to UTF-8 JSON and back. Jackson's polymorphic typing is off, sealed interfaces of records are {@link Union}s.
 * Nesting and sizes are bounded; nothing is taken for something else, such as a string for a number. Times are ISO 8601
 * strings, bytes base64, {@code BigDecimal} and {@code BigInteger} strings; an empty {@code Optional} is no field at all.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxDocumentLength(32L * 1024 * 1024)
                            .build())
                    .build())
            .addMixIn(Service.class, ServiceNames.class)
            .addModules(new Jdk8Module(), new JavaTimeModule(), new UnionModule(), new NumberModule())
            .accessorNaming(new ComponentNaming())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, Json::onlyText)
            .withCoercionConfig(BigInteger.class, text -> text.setCoercion(CoercionInputShape.String, TryConvert))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /** A service is written as {@code server}, as values and as keys; the API itself knows no JSON library. */
    private interface ServiceNames {
        @JsonValue
        String id();
    }

    private static void onlyText(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, Fail)
                .setCoercion(CoercionInputShape.Float, Fail)
                .setCoercion(CoercionInputShape.Boolean, Fail);
    }

    /** The mapper itself, for generic types and trees. Shared: do not configure. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Lets go of all types that it has seen: it would keep the classes of a plugin that is gone. */
    public static void forgetTypes() {
        MAPPER.clearCaches();
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws UncheckedIOException when the bytes are not such a value; its message says where
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(MAPPER.readerFor(type), json);
    }

    /**
     * Reads a record that a stranger wrote: every component of it, and of the records in it, must be there unless it is an
     * {@code Optional}.
     *
     * @throws UncheckedIOException when the bytes are not such a value; its message says where
     */
    public static <T> T readComplete(byte[] json, Class<T> type) {
        return read(MAPPER.readerFor(type).with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES), json);
    }

    private static <T> T read(ObjectReader reader, byte[] json) {
        try {
            return reader.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
