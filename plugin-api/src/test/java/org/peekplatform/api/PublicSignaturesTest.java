package org.peekplatform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever changes what plugins compile against does so on purpose, and the reviewer sees it as a difference of text. */
class PublicSignaturesTest {
    private static final Path LISTING = Path.of("api.txt");

    @Test
    void areThoseOfTheListing() throws IOException, URISyntaxException {
        Path classes = Path.of(PublishedApi.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> signatures = PublicSignatures.in(classes);
        if (Boolean.getBoolean("peek.api.update")) {
            Files.write(LISTING, signatures);
        }

        assertThat(signatures)
                .as("the plugin API differs from plugin-api/api.txt. When the change is meant, write it down:"
                        + " mvn -pl plugin-api test -Dpeek.api.update=true, commit api.txt,"
                        + " and tell plugin authors in CHANGELOG.md what they must do")
                .containsExactlyElementsOf(Files.readAllLines(LISTING));
    }
}
