package org.peekplatform.server.ui;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Angular that pages are compiled for. Compiled templates call functions that Angular keeps for itself: within a
 * major they stay, newer minors add to them.
 */
record AngularVersion(int major, int minor) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.\\d.{0,40}");

    static Optional<AngularVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new AngularVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Pages that were built with this version run where that one is. */
    boolean runsOn(AngularVersion platform) {
        return major == platform.major && minor <= platform.minor;
    }

    /** Why pages that were built with one version cannot run on a platform with the other. */
    static Optional<String> refusal(String built, String platform) {
        boolean fit = parse(built)
                .flatMap(pages -> parse(platform).map(pages::runsOn))
                .orElse(false);
        return fit
                ? Optional.empty()
                : Optional.of("built with Angular " + (built.isEmpty() ? "of an unknown version" : built)
                        + ", the platform runs " + platform + "; rebuild the plugin with the platform's own SDK");
    }
}
