package org.peekplatform.core.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs while a test runs, instead of on the console. */
public final class LogRecords extends Handler implements AutoCloseable {
    private final Logger logger;
    private final boolean before;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogRecords(Class<?> type) {
        this.logger = Logger.getLogger(type.getName());
        this.before = logger.getUseParentHandlers();
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    public static LogRecords of(Class<?> type) {
        return new LogRecords(type);
    }

    /** Warnings, each with what was caught. */
    public List<String> warnings() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            lines.add(entry.getMessage() + (entry.getThrown() == null ? "" : " <- " + entry.getThrown()));
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(before);
    }
}
