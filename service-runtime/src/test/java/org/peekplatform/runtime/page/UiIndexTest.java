package org.peekplatform.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UiIndexTest {
    private final UiIndex index = new UiIndex(
            "21.2.24",
            Map.of("rxjs", "/ui/vendor/rxjs.js"),
            Map.of("/ui/vendor/rxjs.js", "sha384-abc"),
            List.of("/ui/vendor/rxjs.js"),
            "/ui/client/main.js",
            List.of("/ui/client/style.css"),
            Map.of("/ui/client/style.css", "sha384-def"),
            "/ui/client/icon.svg");

    @Test
    void movesEveryAddressBelowAContextRootAndNoSpecifier() {
        assertThat(index.below("/client"))
                .isEqualTo(new UiIndex(
                        "21.2.24",
                        Map.of("rxjs", "/client/ui/vendor/rxjs.js"),
                        Map.of("/client/ui/vendor/rxjs.js", "sha384-abc"),
                        List.of("/client/ui/vendor/rxjs.js"),
                        "/client/ui/client/main.js",
                        List.of("/client/ui/client/style.css"),
                        Map.of("/client/ui/client/style.css", "sha384-def"),
                        "/client/ui/client/icon.svg"));
    }
}
