package org.peekplatform.server.ui;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The pages of one plugin in force. An entry that could not be prepared has the reason instead of pages.
 *
 * @param archive SHA-256 of the archive that they come from
 * @param revision changes with any file of the pages
 * @param trouble why the files are not on disk
 */
public record PluginPages(
        String plugin,
        String title,
        String archive,
        String revision,
        Optional<Content> content,
        Optional<String> trouble) {
    private static final String ADDRESS = "/ui/p/";

    /**
     * What is on disk.
     *
     * @param folder where the files are
     * @param digests name of each file, below the folder, to SHA-256 in hex
     */
    public record Content(PagesManifest manifest, Path folder, Map<String, String> digests) {}

    /**
     * A file to send.
     *
     * @param sha256 of its bytes, in hex
     * @param hashed the name changes with the content, so that a browser may keep the file for ever
     */
    public record PageFile(Path path, String sha256, boolean hashed) {}

    static PluginPages of(String plugin, String title, String archive, Content content) {
        return new PluginPages(
                plugin, title, archive, revision(content.digests()), Optional.of(content), Optional.empty());
    }

    static PluginPages troubled(String plugin, String title, String archive, String reason) {
        return new PluginPages(plugin, title, archive, archive, Optional.empty(), Optional.of(reason));
    }

    private static String revision(Map<String, String> digests) {
        return ContentDigest.revision(new TreeMap<>(digests).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Specifier where this app's pages begin; empty when the plugin has none for it. Trouble is shown in every app. */
    public Optional<String> entry(String app) {
        return content.map(pages ->
                        Optional.ofNullable(pages.manifest().apps().get(app)).map(PagesManifest.App::entry))
                .orElseGet(() -> Optional.of("@peek/" + plugin + "/_private/" + app + "-app"));
    }

    /** Version of Angular that the pages were built with; empty when it is not known. */
    public String angular() {
        return content.map(pages -> pages.manifest().builtWith().angular()).orElse("");
    }

    /** Why the pages cannot be shown by a platform that has this Angular. */
    public Optional<String> refusal(String platformAngular) {
        return trouble.or(() -> AngularVersion.refusal(angular(), platformAngular));
    }

    /** Specifier to address. */
    public Map<String, String> imports() {
        Map<String, String> imports = new TreeMap<>();
        content.ifPresent(pages ->
                pages.manifest().modules().forEach((specifier, file) -> imports.put(specifier, address(file))));
        return imports;
    }

    /** Address to {@code sha384-…}. */
    public Map<String, String> integrity() {
        Map<String, String> integrity = new HashMap<>();
        content.ifPresent(
                pages -> pages.manifest().files().forEach((file, digest) -> integrity.put(address(file), digest)));
        return integrity;
    }

    Optional<PageFile> file(String name) {
        return content.flatMap(pages -> Optional.ofNullable(pages.digests().get(name))
                .map(sha256 -> new PageFile(
                        pages.folder().resolve(name),
                        sha256,
                        pages.manifest().files().containsKey(name))));
    }

    /** What the whole set's revision is made of. */
    static String revisionOf(Collection<PluginPages> all) {
        StringBuilder text = new StringBuilder();
        all.forEach(pages -> text.append(pages.plugin)
                .append('\n')
                .append(pages.title)
                .append('\n')
                .append(pages.revision)
                .append('\n')
                .append(pages.trouble.orElse(""))
                .append('\n'));
        return ContentDigest.revision(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String address(String file) {
        return ADDRESS + plugin + "/" + file;
    }
}
