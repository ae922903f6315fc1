package org.peekplatform.maven.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    @Test
    void showsWhatTheToolSays() throws IOException {
        List<String> log = new ArrayList<>();
        new Command(folder, log::add).run(JAVA, "-version");
        assertThat(log).anyMatch(line -> line.contains("version"));
    }

    @Test
    void tellsTheLastLinesOfAToolThatFails() {
        assertThatThrownBy(() -> new Command(folder, line -> {}).run(JAVA, "-nonsense"))
                .hasMessageContaining("ended with 1")
                .hasMessageContaining("-nonsense");
    }
}
