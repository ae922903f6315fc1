package org.peekplatform.core.live.serve;

/** Why a connection ends. The device decides by the code whether it comes back. */
public enum CloseReason {
    STOPPING(1001, "the service stops"),
    TOO_LARGE(1009, "message too large"),
    TOO_SLOW(1013, "too slow: nothing was read for a while"),
    TOO_MUCH(1013, "too many messages"),
    SILENT(1013, "nothing was heard for a while"),
    MALFORMED(4400, "not this protocol"),
    SESSION_OVER(4401, "the session is over");

    private final int code;
    private final String text;

    CloseReason(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }
}
