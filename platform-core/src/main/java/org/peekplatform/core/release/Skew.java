package org.peekplatform.core.release;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which releases of the platform work together. A node is at most one minor version behind its server and never ahead of
 * it: the server is brought up first. Before 1.0.0 every minor version stands for itself.
 */
public final class Skew {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\..*");

    private Skew() {}

    /** Why a node is not given plugins; empty when it is. */
    public static Optional<String> refusal(String server, String instance, String node) {
        return fit(server, node)
                ? Optional.empty()
                : Optional.of("instance '" + instance + "' runs platform " + node + ", the server " + server
                        + ": they do not fit together. It is given no plugins and keeps those that it has. Deploy the"
                        + " platform EAR of " + server + " there.");
    }

    private static boolean fit(String server, String node) {
        Matcher here = VERSION.matcher(server);
        Matcher there = VERSION.matcher(node);
        if (!here.matches() || !there.matches() || !here.group(1).equals(there.group(1))) {
            return false;
        }
        int behind = Integer.parseInt(here.group(2)) - Integer.parseInt(there.group(2));
        return behind == 0 || behind == 1 && !here.group(1).equals("0");
    }
}
