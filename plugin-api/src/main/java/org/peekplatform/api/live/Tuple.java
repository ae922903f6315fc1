package org.peekplatform.api.live;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that devices can observe. It travels as JSON; its TypeScript type is made when the plugin is built.
 *
 * <p>Its components are primitive types and their boxes, strings, {@code BigDecimal}, {@code BigInteger}, enums, {@code
 * Instant}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code Duration}, {@code UUID}, {@code byte[]}
 * (a base64 string), other such records, sealed interfaces whose implementations are such records (told apart by a field
 * {@code type} with the record's simple name), and {@code Optional}, {@code List}, {@code Set} and {@code Map} with string
 * keys of those. {@code Optional} stands for a component only, not inside of a list or map. Records may be generic and may
 * contain themselves through one of those containers or a sealed interface; JSON is read to a depth of 64. Everything is
 * public. Anything else is refused when the plugin is built.
 *
 * <p>Numbers are JSON numbers: JavaScript knows a {@code long} exactly up to 2<sup>53</sup> only, and no NaN or infinity.
 * {@code BigDecimal} and {@code BigInteger} are strings. No component is null.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Tuple {

    /** Name within the plugin; when it is empty, the record's simple name. A capital, then letters and digits; at most 60. */
    String value() default "";
}
