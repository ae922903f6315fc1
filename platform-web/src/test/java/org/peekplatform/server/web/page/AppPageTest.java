package org.peekplatform.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peekplatform.runtime.page.UiIndex;

class AppPageTest {
    private final UiIndex index = new UiIndex(
            "21.2.24",
            Map.of("@angular/core", "/ui/vendor/core.js"),
            Map.of("/ui/vendor/core.js", "sha384-abc", "/ui/admin/main.js", "sha384-def"),
            List.of("/ui/vendor/core.js"),
            "/ui/admin/main.js",
            List.of("/ui/admin/styles.css"),
            Map.of("/ui/admin/styles.css", "sha384-jkl"),
            "/ui/admin/icon.svg");

    @Test
    void loadsMapThenStylesThenTheFirstModule() {
        assertThat(html(index))
                .containsSubsequence(
                        "<base href=\"/admin/\">",
                        "<script type=\"importmap\" nonce=\"N1\">{\"imports\":{\"@angular/core\":\"/ui/vendor/core.js\","
                                + "\"@peek/\":\"/ui/m/\"},\"integrity\":{",
                        "\"/ui/vendor/core.js\":\"sha384-abc\"}}</script>",
                        "<link rel=\"icon\" href=\"/ui/admin/icon.svg\">",
                        "<link rel=\"stylesheet\" href=\"/ui/admin/styles.css\" integrity=\"sha384-jkl\">",
                        "<link rel=\"modulepreload\" href=\"/ui/vendor/core.js\" integrity=\"sha384-abc\">",
                        "<peek-admin ngCspNonce=\"N1\"></peek-admin>",
                        "<script type=\"module\" nonce=\"N1\" src=\"/ui/admin/main.js\" integrity=\"sha384-def\"></script>");
    }

    @Test
    void addsModulesOfPlugins() {
        UiIndex with = index.with(
                Map.of("@peek/noop/admin", "/ui/p/noop/admin-1.js"), Map.of("/ui/p/noop/admin-1.js", "sha384-ghi"));

        assertThat(html(with))
                .contains("\"@peek/noop/admin\":\"/ui/p/noop/admin-1.js\"")
                .contains("\"/ui/p/noop/admin-1.js\":\"sha384-ghi\"");
    }

    @Test
    void noPluginReplacesWhatIsThePlatforms() {
        UiIndex with = index.with(
                Map.of("@angular/core", "/ui/p/evil/core.js", "rxjs", "/ui/p/evil/rxjs.js"),
                Map.of("/ui/vendor/core.js", "sha384-evil"));

        assertThat(html(with)).doesNotContain("evil").contains("/ui/vendor/core.js\":\"sha384-abc\"");
    }

    @Test
    void nothingFromAPluginEndsTheScript() {
        UiIndex with = index.with(Map.of("@peek/x</script><script>alert(1)</script><!--", "/ui/p/x/\"'<b>"), Map.of());

        assertThat(html(with))
                .doesNotContain("alert(1)</script>")
                .doesNotContain("<b>")
                .doesNotContain("<!--");
    }

    @Test
    void escapesAddressesInAttributes() {
        UiIndex odd = new UiIndex(
                "x", Map.of(), Map.of(), List.of("/\"><b>"), "/\"><b>", List.of("/\"><b>"), Map.of(), "/\"><b>");

        assertThat(html(odd)).doesNotContain("<b>").contains("/&quot;&gt;&lt;b&gt;");
    }

    private static String html(UiIndex index) {
        return new AppPage("admin", "Peek", index).html("N1");
    }
}
