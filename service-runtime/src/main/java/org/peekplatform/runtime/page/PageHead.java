package org.peekplatform.runtime.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peekplatform.core.json.Json;

/** What the markup of a page says about the files that it is made of. */
public final class PageHead {
    private final UiIndex index;

    public PageHead(UiIndex index) {
        this.index = index;
    }

    /** Import map, icon, style sheets and modules to fetch ahead; the map comes before the first module. */
    public String links(String nonce) {
        String styles = index.styles().stream()
                .map(url -> link("stylesheet", url, index.styleIntegrity()))
                .collect(Collectors.joining());
        String preloads = index.preload().stream()
                .map(url -> link("modulepreload", url, index.integrity()))
                .collect(Collectors.joining());
        return "<script type=\"importmap\" nonce=\"" + nonce + "\">" + importMap() + "</script>\n"
                + (link("icon", index.icon(), Map.of()) + styles + preloads).stripTrailing();
    }

    /** The app's first module. */
    public String entry(String nonce) {
        return "<script type=\"module\" nonce=\"" + nonce + "\" src=\"" + Html.escaped(index.entry()) + "\""
                + integrity(index.entry(), index.integrity()) + "></script>";
    }

    private String importMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("imports", new TreeMap<>(index.imports()));
        map.put("integrity", new TreeMap<>(index.integrity()));
        return Html.inScript(new String(Json.write(map), StandardCharsets.UTF_8));
    }

    private static String link(String relation, String url, Map<String, String> integrity) {
        return "<link rel=\"" + relation + "\" href=\"" + Html.escaped(url) + "\"" + integrity(url, integrity) + ">\n";
    }

    private static String integrity(String url, Map<String, String> integrity) {
        return Optional.ofNullable(integrity.get(url))
                .map(hash -> " integrity=\"" + Html.escaped(hash) + "\"")
                .orElse("");
    }
}
