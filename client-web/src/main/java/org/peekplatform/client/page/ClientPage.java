package org.peekplatform.client.page;

import org.peekplatform.runtime.page.Html;
import org.peekplatform.runtime.page.PageHead;
import org.peekplatform.runtime.page.UiIndex;

/** The page around the page of one plugin: a form to sign in, and a place. {@code apps/client} of the front end fills it. */
final class ClientPage {
    private final String root;
    private final String plugin;
    private final PageHead head;

    /**
     * @param root context root of the client service
     * @param index what the page is made of
     */
    ClientPage(String root, String plugin, UiIndex index) {
        this.root = root;
        this.plugin = plugin;
        this.head = new PageHead(index.below(root));
    }

    String html(String nonce) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%PLUGIN%</title>
                %LINKS%
                </head>
                <body data-base="%ROOT%" data-page="%ROOT%/%PLUGIN%/page.js">
                <header>
                <h1>%PLUGIN%</h1>
                <p id="account" hidden><span id="user"></span> <button id="sign-out" type="button">Sign out</button></p>
                <p id="sign-in-problem" class="bad" role="alert"></p>
                </header>
                <form id="sign-in" aria-label="Sign in" hidden>
                <label>Name<input name="name" autocomplete="username" required></label>
                <label>Password<input name="password" type="password" autocomplete="current-password" required></label>
                <button>Sign in</button>
                </form>
                <main id="page"></main>
                %ENTRY%
                </body>
                </html>
                """.replace("%ROOT%", Html.escaped(root))
                .replace("%PLUGIN%", Html.escaped(plugin))
                .replace("%LINKS%", head.links(nonce))
                .replace("%ENTRY%", head.entry(nonce));
    }
}
