package org.peekplatform.server.instance;

import java.time.Instant;
import org.peekplatform.core.wanted.InstanceReport;

/**
 * An instance as the server knows it.
 *
 * @param connected it was heard within the last seconds
 * @param expected operations wait for it: it is connected, or it may be so again in a moment because the server itself has
 *     just come back
 * @param since when it came, or when it was heard last
 * @param report the last one
 */
public record InstanceView(boolean connected, boolean expected, Instant since, InstanceReport report) {
    public String name() {
        return report.instance();
    }
}
