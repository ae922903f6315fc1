package org.peekplatform.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of any length are texts, because JavaScript rounds what it reads to 53 bits. Both forms are read. */
final class NumberModule extends SimpleModule {
    NumberModule() {
        super("numbers");
        addSerializer(BigDecimal.class, ToStringSerializer.instance);
        addSerializer(BigInteger.class, ToStringSerializer.instance);
        addDeserializer(BigDecimal.class, new Decimals());
    }

    /** 1e999999999 is short to write, but the first addition to it takes all memory. */
    private static final class Decimals extends StdScalarDeserializer<BigDecimal> {
        private static final int MAX_SCALE = 1000;

        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) throws IOException {
            BigDecimal value = in.currentToken() == JsonToken.VALUE_STRING ? parse(in, context) : number(in, context);
            return Math.abs((long) value.scale()) <= MAX_SCALE
                    ? value
                    : context.reportInputMismatch(this, "a number with an exponent beyond %d", MAX_SCALE);
        }

        private BigDecimal parse(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getText();
            in.streamReadConstraints().validateFPLength(text.length());
            try {
                return NumberInput.parseBigDecimal(text, false);
            } catch (NumberFormatException e) {
                return (BigDecimal) context.handleWeirdStringValue(handledType(), text, "not a decimal number");
            }
        }

        private BigDecimal number(JsonParser in, DeserializationContext context) throws IOException {
            return in.currentToken().isNumeric()
                    ? in.getDecimalValue()
                    : (BigDecimal) context.handleUnexpectedToken(handledType(), in);
        }
    }
}
