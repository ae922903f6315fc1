package org.peekplatform.client.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peekplatform.runtime.page.UiFiles;

class PageWorkerTest {
    private static final UiFiles BUILT = new UiFiles(PageWorkerTest.class.getClassLoader());

    @Test
    void beginsWithTheVersionOfTheFilesThatItKeeps() {
        assertThat(PageWorker.in(BUILT))
                .hasValueSatisfying(worker -> assertThat(worker.script())
                        .matches("(?s)const VERSION = '[A-Za-z0-9_-]{16}';\n//.*")
                        .contains("addEventListener('fetch'"));
    }

    @Test
    void isNotThereWithoutAFrontEnd() {
        assertThat(PageWorker.in(new UiFiles(ClassLoader.getPlatformClassLoader())))
                .isEmpty();
    }
}
