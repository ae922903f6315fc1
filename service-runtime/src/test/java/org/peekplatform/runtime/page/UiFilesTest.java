package org.peekplatform.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UiFilesTest {
    private final UiFiles files = new UiFiles(UiFilesTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({"'gzip, br', BROTLI, .js.br", "gzip, GZIP, .js.gz", "'', IDENTITY, .js"})
    void findsTheFormThatTheClientTakes(String acceptEncoding, ContentCoding coding, String end) {
        assertThat(files.find("vendor/core-1A.js", acceptEncoding)).get().satisfies(file -> {
            assertThat(file.coding()).isEqualTo(coding);
            assertThat(file.resource().getPath()).endsWith(end);
            assertThat(file.type()).isEqualTo("text/javascript;charset=utf-8");
        });
    }

    @Test
    void findsThePlainFormWhereThereIsNoOther() {
        assertThat(files.find("vendor/deep/font.woff2", "br"))
                .get()
                .satisfies(file -> assertThat(file.coding()).isEqualTo(ContentCoding.IDENTITY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "index.json",
                "vendor",
                "vendor/",
                "vendor/none.js",
                "vendor/run.exe",
                "vendor/.hidden.js",
                "vendor/core-1A.js.br",
                "vendor/../index.json",
                "vendor/../vendor/core-1A.js",
                "vendor/./core-1A.js",
                "vendor//core-1A.js",
                "vendor\\core-1A.js",
                "/vendor/core-1A.js",
                "../peek-ui/vendor/core-1A.js",
                "vendor/core-1A.js\n",
                "p/core-1A.js"
            })
    void findsNothingElse(String path) {
        assertThat(files.find(path, "br")).isEmpty();
    }

    @Test
    void readsWhatTheBuildSays() {
        assertThat(files.index("index.json"))
                .get()
                .satisfies(index -> assertThat(index.entry()).isEqualTo("/ui/admin/main-2B.js"));
    }

    @Test
    void hasNoIndexWhenThereIsNoFrontEnd() {
        assertThat(new UiFiles(ClassLoader.getPlatformClassLoader()).index("index.json"))
                .isEmpty();
    }
}
