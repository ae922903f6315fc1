package org.peekplatform.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    private final List<String> lines = new ArrayList<>();
    private long now;
    private final Complaints complaints = new Complaints(new Lines(), () -> now);

    @Test
    void aPeerThatSendsNothingElseFillsALineNowAndThen() {
        for (int i = 0; i < 1000; i++) {
            complaints.about("mallory", () -> "dropped");
        }
        complaints.about("agent1", () -> "dropped as well");

        assertThat(lines).hasSize(Complaints.MOST + 2).last().isEqualTo("dropped as well");
        assertThat(lines.get(Complaints.MOST)).startsWith("PEEK-3310").contains("'mallory'");

        now += TimeUnit.MINUTES.toNanos(2);
        complaints.about("mallory", () -> "again");
        assertThat(lines).last().isEqualTo("again");
    }

    private final class Lines implements System.Logger {
        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
            lines.add(text);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... values) {
            lines.add(format);
        }
    }
}
