package org.peekplatform.runtime.web;

import java.util.List;
import java.util.Locale;

/**
 * Where a request says it comes from. Browsers write these headers, pages cannot.
 *
 * @param target origin that the request was sent to; empty when it named no host, or several
 * @param origins all {@code Origin} headers
 * @param fetchSites all {@code Sec-Fetch-Site} headers
 */
public record Provenance(String target, List<String> origins, List<String> fetchSites) {
    private static final List<String> SAME_ORIGIN = List.of("same-origin");

    public Provenance {
        origins = List.copyOf(origins);
        fetchSites = List.copyOf(fetchSites);
    }

    /** Scheme, host and port as browsers write them: lower case, without the scheme's own port. */
    public static String target(String scheme, List<String> hosts) {
        if (hosts.size() != 1 || hosts.get(0).isEmpty()) {
            return "";
        }
        String host = hosts.get(0).toLowerCase(Locale.ROOT);
        String ownPort = scheme.equals("https") ? ":443" : ":80";
        return scheme + "://" + (host.endsWith(ownPort) ? host.substring(0, host.length() - ownPort.length()) : host);
    }

    /** A page of this very origin sent it: what a change by cookie needs. */
    public boolean proven() {
        return origins.isEmpty() ? fetchSites.equals(SAME_ORIGIN) : matches();
    }

    /** A page of another origin sent it. Clients that are no browsers send neither header, so they are not foreign. */
    public boolean foreign() {
        return !origins.isEmpty() && !matches() || !fetchSites.isEmpty() && !fetchSites.equals(SAME_ORIGIN);
    }

    private boolean matches() {
        return !target.isEmpty() && origins.equals(List.of(target));
    }
}
