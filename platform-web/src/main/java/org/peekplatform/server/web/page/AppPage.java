package org.peekplatform.server.web.page;

import java.util.Map;
import org.peekplatform.runtime.page.Html;
import org.peekplatform.runtime.page.PageHead;
import org.peekplatform.runtime.page.UiIndex;

/** The page that starts an app: import map, style sheets, the root element, the first module. */
final class AppPage {
    /** A plugin that is installed while the page is open is found by this prefix; the server redirects to the file. */
    private static final Map<String, String> LATER_PLUGINS = Map.of("@peek/", "/ui/m/");

    private final String app;
    private final String title;
    private final PageHead head;

    AppPage(String app, String title, UiIndex index) {
        this.app = app;
        this.title = title;
        this.head = new PageHead(index.with(LATER_PLUGINS, Map.of()));
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
                %LINKS%
                </head>
                <body>
                <peek-%APP% ngCspNonce="%NONCE%"></peek-%APP%>
                %ENTRY%
                </body>
                </html>
                """.replace("%TITLE%", Html.escaped(title))
                .replace("%APP%", app)
                .replace("%NONCE%", nonce)
                .replace("%LINKS%", head.links(nonce))
                .replace("%ENTRY%", head.entry(nonce));
    }
}
