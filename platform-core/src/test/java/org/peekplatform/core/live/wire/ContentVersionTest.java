package org.peekplatform.core.live.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentVersionTest {
    @Test
    void isTheBeginningOfTheSha256OfTheBody() {
        // echo -n '[]' | sha256sum | xxd -r -p | head -c 12 | base64 | tr '+/' '-_'
        assertThat(ContentVersion.of("[]".getBytes(UTF_8))).isEqualTo("T1PNoYwrqgwDVLtf");
        assertThat(ContentVersion.of(new byte[0])).isEqualTo("47DEQpj8HBSa-_TI");
    }

    @Test
    void isEqualForEqualBodiesOnly() {
        assertThat(ContentVersion.of("[1]".getBytes(UTF_8)))
                .isEqualTo(ContentVersion.of("[1]".getBytes(UTF_8)))
                .isNotEqualTo(ContentVersion.of("[2]".getBytes(UTF_8)))
                .matches("[A-Za-z0-9_-]{16}");
    }
}
