package org.peekplatform.core.plan;

import java.util.Collection;
import java.util.stream.Collectors;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.problem.Findings;

/** How plan messages speak of plugins. */
final class Subject {
    static final String NOT_INSTALLED = "PEEK-2102";

    private Subject() {}

    static String of(PluginDescriptor plugin) {
        return "plugin '" + plugin.id() + "' " + plugin.version();
    }

    static void refuse(Findings findings, String code, PluginDescriptor plugin, String why, String cure) {
        findings.add(code, of(plugin) + " refused: " + why + ". Nothing was changed. " + cure);
    }

    static String names(Collection<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    /** {@code user 2.x} for {@code >=2.0}; the range itself where it has no lower end to name. */
    static String wanted(Requirement required) {
        String digits = required.range().replaceFirst("^(>=|\\^|~|=)\\s*", "");
        String major = digits.replaceFirst("[^0-9].*$", "");
        return required.plugin() + " " + (major.isEmpty() ? required.range() : major + ".x");
    }
}
