package org.peekplatform.server.account;

import java.security.SecureRandom;

/** A password that is read off a screen and typed once. */
final class OneTimePassword {
    /** 32 signs that are not mistaken for each other: no 0, 1, i, l, o. Thus 5 bits each. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789+";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /** 100 bits in five groups, such as {@code k7mw-2abc-…}. */
    static String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
