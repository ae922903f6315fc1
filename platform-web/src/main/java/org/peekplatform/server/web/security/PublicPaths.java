package org.peekplatform.server.web.security;

import java.util.Set;

/** Where everybody may go: the admin app's page and the platform's own static files, and signing in. Nothing else. */
final class PublicPaths {
    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final String SIGN_IN = "/api/v1/session";

    private PublicPaths() {}

    static boolean open(String method, String path) {
        if (method.equals("POST")) {
            return path.equals(SIGN_IN);
        }
        return READ.contains(method) && (path.equals("/") || below("/admin", path) || platformFile(path));
    }

    /** Files of plugins lie below {@code /ui/p} and {@code /ui/m}: what is installed here is not everybody's business. */
    private static boolean platformFile(String path) {
        return path.startsWith("/ui/") && !below("/ui/p", path) && !below("/ui/m", path);
    }

    static boolean below(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
