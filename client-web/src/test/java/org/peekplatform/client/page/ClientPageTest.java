package org.peekplatform.client.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peekplatform.runtime.page.UiIndex;

class ClientPageTest {
    private final UiIndex index = new UiIndex(
            "21.2.24",
            Map.of("@peek/platform/live", "/ui/platform/live.js"),
            Map.of("/ui/platform/live.js", "sha384-abc", "/ui/client/main.js", "sha384-def"),
            List.of("/ui/platform/live.js"),
            "/ui/client/main.js",
            List.of("/ui/client/style.css"),
            Map.of("/ui/client/style.css", "sha384-ghi"),
            "/ui/client/icon.svg");

    @Test
    void namesEveryFileBelowTheContextRoot() {
        assertThat(new ClientPage("/client", "noop", index).html("N1"))
                .containsSubsequence(
                        "<title>noop</title>",
                        "<script type=\"importmap\" nonce=\"N1\">"
                                + "{\"imports\":{\"@peek/platform/live\":\"/client/ui/platform/live.js\"},",
                        "\"/client/ui/platform/live.js\":\"sha384-abc\"}}</script>",
                        "<link rel=\"icon\" href=\"/client/ui/client/icon.svg\">",
                        "<link rel=\"stylesheet\" href=\"/client/ui/client/style.css\" integrity=\"sha384-ghi\">",
                        "<link rel=\"modulepreload\" href=\"/client/ui/platform/live.js\" integrity=\"sha384-abc\">",
                        "<body data-base=\"/client\" data-page=\"/client/noop/page.js\">",
                        "<main id=\"page\"></main>",
                        "<script type=\"module\" nonce=\"N1\" src=\"/client/ui/client/main.js\" integrity=\"sha384-def\">")
                .doesNotContain("\"/ui/");
    }
}
