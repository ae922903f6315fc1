package org.peekplatform.runtime.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.peekplatform.core.json.Json;

/** The front end's files on the class path, below {@code META-INF/peek-ui}. */
public final class UiFiles {
    private static final String ROOT = "META-INF/peek-ui/";

    /** Folders of the build; the descriptions beside them are not for browsers. No segment begins with a dot. */
    private static final Pattern SERVED =
            Pattern.compile("(?:vendor|platform|admin|client)(?:/[A-Za-z0-9_@+-][A-Za-z0-9_@+.-]*)+\\.[a-z0-9]+");

    private final ClassLoader resources;

    /** @param resources where the front end lies, which is the class loader of a web archive */
    public UiFiles(ClassLoader resources) {
        this.resources = resources;
    }

    /** A file in the form that is sent. */
    record UiFile(URL resource, String type, ContentCoding coding) {}

    /**
     * @param path below {@code /ui/}
     * @param acceptEncoding header of the request, empty when it has none
     */
    Optional<UiFile> find(String path, String acceptEncoding) {
        return type(path)
                .flatMap(type -> ContentCoding.accepted(acceptEncoding).stream()
                        .flatMap(coding -> Optional.ofNullable(resources.getResource(ROOT + path + coding.suffix()))
                                .map(resource -> new UiFile(resource, type, coding))
                                .stream())
                        .findFirst());
    }

    /**
     * What the build says about an app; nothing when this service was built without a front end.
     *
     * @param description {@code index.json} of the admin app, {@code client.json} of the page on the client service
     */
    public Optional<UiIndex> index(String description) {
        return bytes(description).map(json -> Json.read(json, UiIndex.class));
    }

    /** A file of the build that is not sent as it is. */
    public Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> bytes(String name) {
        try (InputStream in = resources.getResourceAsStream(ROOT + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> type(String path) {
        return SERVED.matcher(path).matches() ? FileTypes.of(path) : Optional.empty();
    }
}
