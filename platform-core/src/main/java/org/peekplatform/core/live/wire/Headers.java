package org.peekplatform.core.live.wire;

import java.util.Optional;
import org.peekplatform.api.account.User;

/** Headers of the messages to devices. */
public final class Headers {
    private Headers() {}

    /** @param beat seconds between two signs of life */
    public record Welcome(String t, String connection, User user, long beat) {
        public Welcome(String connection, User user, long beat) {
            this("welcome", connection, user, beat);
        }
    }

    public record Value(String t, String s, String v) {
        public Value(String s, String v) {
            this("value", s, v);
        }
    }

    public record Patch(String t, String s, String v, String from) {
        public Patch(String s, String v, String from) {
            this("patch", s, v, from);
        }
    }

    public record Same(String t, String s) {
        public Same(String s) {
            this("same", s);
        }
    }

    /** @param lasting the device does not observe it any more */
    public record Trouble(String t, String s, String code, String message, boolean lasting) {
        public Trouble(String s, String code, String message, boolean lasting) {
            this("trouble", s, code, message, lasting);
        }
    }

    /** Answers to actions and queries: {@code done}, {@code refused}, {@code later}, {@code answer}, {@code failed}. */
    public record Outcome(String t, String id, Optional<String> code, Optional<String> message, Optional<Long> after) {
        public static Outcome done(String id) {
            return plain("done", id);
        }

        public static Outcome answer(String id) {
            return plain("answer", id);
        }

        public static Outcome refused(String id, String code, String message) {
            return new Outcome("refused", id, Optional.of(code), Optional.of(message), Optional.empty());
        }

        public static Outcome failed(String id, String code, String message) {
            return new Outcome("failed", id, Optional.of(code), Optional.of(message), Optional.empty());
        }

        /** @param after milliseconds */
        public static Outcome later(String id, String message, long after) {
            return new Outcome("later", id, Optional.empty(), Optional.of(message), Optional.of(after));
        }

        private static Outcome plain(String t, String id) {
            return new Outcome(t, id, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    public record Beat(String t) {
        public Beat() {
            this("beat");
        }
    }
}
