package org.peekplatform.runtime.live;

import java.util.Optional;
import org.peekplatform.api.account.User;

/**
 * What the server says to somebody who signs in on a device.
 *
 * @param token for the device's cookie, when the password was right; it is known here and now only
 * @param problem a sentence for the user, when it was not
 * @param retryAfterSeconds when there were too many tries
 */
public record SignInAnswer(
        Optional<String> token, Optional<User> user, Optional<String> problem, Optional<Long> retryAfterSeconds) {

    public static SignInAnswer opened(String token, User user) {
        return new SignInAnswer(Optional.of(token), Optional.of(user), Optional.empty(), Optional.empty());
    }

    public static SignInAnswer refused(String problem) {
        return new SignInAnswer(Optional.empty(), Optional.empty(), Optional.of(problem), Optional.empty());
    }

    public static SignInAnswer tooMany(long retryAfterSeconds) {
        return new SignInAnswer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(retryAfterSeconds));
    }

    @Override
    public String toString() {
        return "SignInAnswer[" + user + "]";
    }
}
