package org.peekplatform.server.web.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peekplatform.core.json.Json;

/** The page that starts an app: import map, style sheets, the root element, the first module. */
final class AppPage {
    /** A plugin that is installed while the page is open is found by this prefix; the server redirects to the file. */
    private static final Map<String, String> LATER_PLUGINS = Map.of("@peek/", "/ui/m/");

    private final String app;
    private final String title;
    private final UiIndex index;

    AppPage(String app, String title, UiIndex index) {
        this.app = app;
        this.title = title;
        this.index = index;
    }

    /** What the page may load: this server's files, and inline only what carries the nonce. */
    static String contentSecurityPolicy(String nonce) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce + "'; "
                + "connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; "
                + "require-trusted-types-for 'script'; trusted-types angular angular#bundler";
    }

    String html(String nonce) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%TITLE%</title>
                <base href="/%APP%/">
                <script type="importmap" nonce="%NONCE%">%MAP%</script>
                %LINKS%
                </head>
                <body>
                <peek-%APP% ngCspNonce="%NONCE%"></peek-%APP%>
                <script type="module" nonce="%NONCE%" src="%ENTRY%"%ENTRY_INTEGRITY%></script>
                </body>
                </html>
                """.replace("%TITLE%", Html.escaped(title))
                .replace("%APP%", app)
                .replace("%NONCE%", nonce)
                .replace("%LINKS%", links())
                .replace("%ENTRY_INTEGRITY%", integrity(index.entry(), index.integrity()))
                .replace("%ENTRY%", Html.escaped(index.entry()))
                .replace("%MAP%", importMap());
    }

    private String importMap() {
        Map<String, String> imports = new TreeMap<>(index.imports());
        imports.putAll(LATER_PLUGINS);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("imports", imports);
        map.put("integrity", new TreeMap<>(index.integrity()));
        return Html.inScript(new String(Json.write(map), StandardCharsets.UTF_8));
    }

    private String links() {
        String styles = index.styles().stream()
                .map(url -> link("stylesheet", url, index.styleIntegrity()))
                .collect(Collectors.joining());
        String preloads = index.preload().stream()
                .map(url -> link("modulepreload", url, index.integrity()))
                .collect(Collectors.joining());
        return (link("icon", index.icon(), Map.of()) + styles + preloads).stripTrailing();
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
