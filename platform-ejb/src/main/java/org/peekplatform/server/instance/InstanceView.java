package org.peekplatform.server.instance;

import java.time.Instant;
import org.peekplatform.core.wanted.InstanceReport;

/**
 * An instance as the server knows it.
 *
 * @param connected it was heard within the last seconds
 * @param since when it came, or when it was heard last
 * @param report the last one
 */
public record InstanceView(boolean connected, Instant since, InstanceReport report) {
    public String name() {
        return report.instance();
    }
}
