package org.peekplatform.core.live.provide;

import java.util.Optional;
import org.peekplatform.core.live.wire.LiveFrame;

/**
 * News about a selector, encoded as devices get it.
 *
 * @param key of the selector
 * @param version of the value; empty when there is none
 * @param whole the value, or the trouble that there is none
 * @param patch the way from the version before, when it is shorter
 */
public record Update(String key, String version, LiveFrame whole, Optional<Step> patch) {

    /** @param from version that the patch starts from */
    public record Step(String from, LiveFrame frame) {}

    public boolean isTrouble() {
        return version.isEmpty();
    }

    /** The same news for one who has nothing yet. */
    public Update wholeOnly() {
        return new Update(key, version, whole, Optional.empty());
    }

    /** Bytes that it keeps in memory. */
    public int size() {
        return whole.length() + patch.map(step -> step.frame().length()).orElse(0);
    }
}
