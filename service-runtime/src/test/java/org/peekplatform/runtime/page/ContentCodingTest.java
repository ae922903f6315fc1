package org.peekplatform.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.runtime.page.ContentCoding.BROTLI;
import static org.peekplatform.runtime.page.ContentCoding.GZIP;
import static org.peekplatform.runtime.page.ContentCoding.IDENTITY;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentCodingTest {
    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("", List.of(IDENTITY)),
                Arguments.of("gzip, deflate, br, zstd", List.of(BROTLI, GZIP, IDENTITY)),
                Arguments.of("GZIP", List.of(GZIP, IDENTITY)),
                Arguments.of("br;q=0, gzip;q=0.5", List.of(GZIP, IDENTITY)),
                Arguments.of("br ; q=0.000,gzip;q=1", List.of(GZIP, IDENTITY)),
                Arguments.of("br, br;q=0", List.of(IDENTITY)),
                Arguments.of(",,;q=,", List.of(IDENTITY)));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void takesTheSmallestThatTheClientKnows(String header, List<ContentCoding> codings) {
        assertThat(ContentCoding.accepted(header)).isEqualTo(codings);
    }
}
