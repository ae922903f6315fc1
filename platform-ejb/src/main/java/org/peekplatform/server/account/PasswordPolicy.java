package org.peekplatform.server.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a new password has to be. Length counts, composition rules do not (NIST SP 800-63B, 5.1.1). */
public final class PasswordPolicy {
    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 1024;

    /** @return the rules that the new password breaks, as sentences; empty when it is good */
    public List<String> complaints(String account, String oldPassword, String newPassword) {
        List<String> complaints = new ArrayList<>();
        int length = newPassword.codePointCount(0, newPassword.length());
        if (length < MIN_LENGTH || newPassword.length() > MAX_LENGTH) {
            complaints.add("The new password must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters, it has "
                    + length + ".");
        }
        if (newPassword.toLowerCase(Locale.ROOT).strip().equals(account.toLowerCase(Locale.ROOT))) {
            complaints.add("The new password must not be the name of the account.");
        }
        if (newPassword.equals(oldPassword)) {
            complaints.add("The new password must not be the old one.");
        }
        return complaints;
    }
}
