package org.peekplatform.maven.ui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.core.json.Json;

/** What the built pages say about themselves. */
public final class UiFiles {
    private static final String MANIFEST = "ui-manifest.json";

    private UiFiles() {}

    /** Version of Angular that the pages were built with; empty when there are no pages. */
    public static Optional<String> angular(Map<String, byte[]> files) {
        return Optional.ofNullable(files.get(MANIFEST))
                .map(manifest -> Json.read(manifest, JsonNode.class)
                        .at("/builtWith/angular")
                        .asText())
                .filter(version -> !version.isEmpty());
    }
}
