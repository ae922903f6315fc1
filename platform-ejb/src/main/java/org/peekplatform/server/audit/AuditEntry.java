package org.peekplatform.server.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One deed.
 *
 * @param actor account that acted, or {@code platform}
 * @param address network address it came from, empty when it came from within
 * @param action what was done, such as {@code session.sign-in} or {@code plugin.install}
 * @param subject what it was done to, such as the account or {@code user 1.4.0}
 * @param outcome {@code ok}, {@code refused} or {@code failed}
 * @param detail what else a reader needs; never a secret
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String address,
        String action,
        String subject,
        String outcome,
        Map<String, Object> detail) {
    public AuditEntry {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }
}
