package org.peekplatform.server.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.json.Json;
import org.peekplatform.server.web.session.PlatformApi;

class OpenApiDocumentTest {
    private final JsonNode document = document();

    @Test
    void describesEveryMethodOfEveryResource() {
        assertThat(new TreeSet<>(described()))
                .isEqualTo(new TreeSet<>(written()))
                .hasSizeGreaterThan(15);
    }

    @Test
    void saysWhatEachOperationDoesAndAnswers() {
        for (JsonNode operation : operations()) {
            String id = operation.path("operationId").asText();
            assertThat(operation.path("summary").asText()).as(id).isNotBlank();
            assertThat(operation.path("tags")).as(id).hasSize(1);
            assertThat(operation.at("/responses/default/$ref").asText())
                    .as(id)
                    .isEqualTo("#/components/responses/refused");
            assertThat(operation.path("responses").toString())
                    .as(id + " has an answer of unknown form")
                    .doesNotContain("{}");
        }
    }

    @Test
    void refusesWithProblemDocuments() {
        assertThat(document.at("/components/responses/refused/content").fieldNames())
                .toIterable()
                .containsExactly("application/problem+json");
        assertThat(document.at("/components/schemas/Problem/required").toString())
                .isEqualTo("[\"code\",\"detail\",\"problems\",\"status\",\"title\",\"type\"]");
    }

    @Test
    void asksForASessionOrAPasswordButWhereOneSignsIn() {
        assertThat(document.path("security").toString()).isEqualTo("[{\"session\":[]},{\"password\":[]}]");
        assertThat(document.at("/paths/~1api~1v1~1session/post/security").toString())
                .isEqualTo("[]");
        assertThat(document.at("/paths/~1api~1v1~1plugins/get/security").isMissingNode())
                .isTrue();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    private List<String> described() {
        List<String> described = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return described;
    }

    /** Read from the compiled classes themselves, so that no resource can be forgotten here as well. */
    private static List<String> written() {
        String root = PlatformApi.class.getAnnotation(ApplicationPath.class).value();
        return classes().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .flatMap(method -> Stream.of(method.getAnnotations())
                                .flatMap(a ->
                                        Optional.ofNullable(a.annotationType().getAnnotation(HttpMethod.class))
                                                .stream())
                                .map(http -> http.value() + " " + root + "/"
                                        + type.getAnnotation(Path.class).value()
                                        + Optional.ofNullable(method.getAnnotation(Path.class))
                                                .map(p -> "/" + p.value())
                                                .orElse(""))))
                .toList();
    }

    private static List<Class<?>> classes() {
        try {
            java.nio.file.Path root = java.nio.file.Path.of(PlatformApi.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<java.nio.file.Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.')
                                .replace('\\', '.'))
                        .<Class<?>>map(OpenApiDocumentTest::load)
                        .collect(Collectors.toList());
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OpenApiDocumentTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode document() {
        try (InputStream in =
                OpenApiDocumentTest.class.getClassLoader().getResourceAsStream(OpenApiResource.DOCUMENT)) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
