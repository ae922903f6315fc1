package org.peekplatform.bench;

import java.time.Duration;
import java.util.Locale;

/** One table in Markdown, filled row by row. */
final class Table {
    private final StringBuilder text = new StringBuilder();

    Table(String title, String... columns) {
        text.append("### ").append(title).append("\n\n");
        row((Object[]) columns);
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    /** Durations are written in seconds, fractions with one digit. */
    Table row(Object... cells) {
        for (Object cell : cells) {
            text.append("| ").append(written(cell)).append(' ');
        }
        text.append("|\n");
        return this;
    }

    private static String written(Object cell) {
        if (cell instanceof Duration time) {
            return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
        }
        return cell instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : String.valueOf(cell);
    }

    /** A sentence below the rows. */
    Table note(String sentence) {
        text.append('\n').append(sentence).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
