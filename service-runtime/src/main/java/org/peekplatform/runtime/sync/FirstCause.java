package org.peekplatform.runtime.sync;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;

/**
 * Finds in WildFly's failure description the sentence that a person needs: the deepest cause, not the chain of services
 * around it.
 */
final class FirstCause {
    private static final Pattern CAUSE = Pattern.compile("Caused by: ([^\\n]+)");
    private static final int LONGEST = 500;

    private FirstCause() {}

    static String of(ModelNode description) {
        String text = deepest(description).strip();
        Matcher causes = CAUSE.matcher(text);
        String last = text.lines().findFirst().orElse("no reason given");
        while (causes.find()) {
            last = causes.group(1).strip();
        }
        return last.length() > LONGEST ? last.substring(0, LONGEST) + "…" : last;
    }

    private static String deepest(ModelNode node) {
        return switch (node.getType()) {
            case OBJECT ->
                node.asPropertyList().stream()
                        .findFirst()
                        .map(Property::getValue)
                        .map(FirstCause::deepest)
                        .orElse("");
            case LIST ->
                node.asList().stream().findFirst().map(FirstCause::deepest).orElse("");
            case UNDEFINED -> "";
            default -> node.asString();
        };
    }
}
