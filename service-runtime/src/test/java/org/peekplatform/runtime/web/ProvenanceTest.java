package org.peekplatform.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {
    private static final String HERE = "https://peek.example:8443";
    private static final List<String> NONE = List.of();

    @Test
    void isProvenByExactlyThisOrigin() {
        Provenance own = new Provenance(HERE, List.of(HERE), NONE);

        assertThat(own.proven()).isTrue();
        assertThat(own.foreign()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "http://peek.example:8443",
                "https://peek.example",
                "https://peek.example:443",
                "https://peek.example:84430",
                "https://peek.example:8443/",
                "https://peek.example:8443.evil.example",
                "https://peek.example.evil.example:8443",
                "https://evil-peek.example:8443",
                "https://sub.peek.example:8443",
                "https://peek.example:8443@evil.example",
                "https://PEEK.example:8443",
                "https://evil.example"
            })
    void everyOtherOriginIsForeign(String origin) {
        Provenance other = new Provenance(HERE, List.of(origin), NONE);

        assertThat(other.proven()).isFalse();
        assertThat(other.foreign()).isTrue();
    }

    @Test
    void twoOriginsProveNothing() {
        assertThat(new Provenance(HERE, List.of(HERE, HERE), NONE).proven()).isFalse();
    }

    @Test
    void anOriginProvesNothingWhenTheHostIsUnknown() {
        assertThat(new Provenance("", List.of(""), NONE).proven()).isFalse();
    }

    @Test
    void withoutOriginSecFetchSiteDecides() {
        assertThat(new Provenance(HERE, NONE, List.of("same-origin")).proven()).isTrue();
        assertThat(new Provenance(HERE, NONE, List.of("same-origin")).foreign()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site", "none", "", "Same-Origin", "same-origin, cross-site"})
    void otherSitesOfFetchAreForeign(String site) {
        Provenance other = new Provenance(HERE, NONE, List.of(site));

        assertThat(other.proven()).isFalse();
        assertThat(other.foreign()).isTrue();
    }

    @Test
    void aClientThatIsNoBrowserIsNeitherProvenNorForeign() {
        Provenance curl = new Provenance(HERE, NONE, NONE);

        assertThat(curl.proven()).isFalse();
        assertThat(curl.foreign()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http,  Peek.Example,       http://peek.example",
        "http,  peek.example:80,    http://peek.example",
        "http,  peek.example:8080,  http://peek.example:8080",
        "http,  peek.example:443,   http://peek.example:443",
        "https, peek.example:443,   https://peek.example",
        "https, peek.example:80,    https://peek.example:80",
        "https, [2001:db8::1]:8443, https://[2001:db8::1]:8443"
    })
    void writesTheTargetAsBrowsersDo(String scheme, String host, String target) {
        assertThat(Provenance.target(scheme, List.of(host))).isEqualTo(target);
    }

    @Test
    void hasNoTargetWithoutExactlyOneHost() {
        assertThat(Provenance.target("https", NONE)).isEmpty();
        assertThat(Provenance.target("https", List.of("a", "b"))).isEmpty();
        assertThat(Provenance.target("https", List.of(""))).isEmpty();
    }
}
