package org.peekplatform.it.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peekplatform.api.Service;
import org.peekplatform.it.allinone.BadArchives.Bad;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.Answer;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;

/** A bad archive changes nothing and says why. */
@ExtendWith(AllInOne.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadArchiveIT {
    private final Platform platform;
    private final Plugins plugins;

    BadArchiveIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
    }

    /** All that an archive could have changed. */
    private record Everything(
            List<String> plugins, JsonNode operations, List<String> deployedContent, List<String> files) {}

    @BeforeAll
    void installWhatTheyRunInto() {
        plugins.removeAll();
        plugins.install(BadArchives.PROVIDER);
        plugins.install(BadArchives.CONSUMER);
        plugins.install(BadArchives.CIRCLE);
    }

    static List<Bad> archives() {
        return BadArchives.all();
    }

    @ParameterizedTest
    @MethodSource("archives")
    void changesNothingAndSaysWhy(Bad bad) {
        Everything before = everything();

        Answer answer = plugins.upload(bad.bytes());

        assertThat(answer.toString()).startsWith("422 ").contains(bad.text());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.code()).isEqualTo(bad.code());
        assertThat(answer.json().path("detail").asText()).contains("Nothing was changed. ");
        assertThat(everything()).isEqualTo(before);
    }

    private Everything everything() {
        Path data = platform.data(Service.SERVER);
        return new Everything(
                Stream.of("provider", "consumer", "circle")
                        .map(id -> id + plugins.states(id) + plugins.list().size())
                        .toList(),
                platform.rest().get("/api/v1/operations?limit=1").expecting(200).json(),
                files(data.resolve("content")),
                files(data.resolve("peek")).stream()
                        .filter(name -> !name.contains("/db/"))
                        .toList());
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
