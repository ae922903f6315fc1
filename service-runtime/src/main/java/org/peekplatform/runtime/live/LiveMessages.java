package org.peekplatform.runtime.live;

/** Kinds of messages about live data. Bodies are records of {@code core.live}, as JSON or as frames. */
public final class LiveMessages {
    /** Client to server: {@code SignIn}, answered by {@code SignInAnswer}. */
    public static final String SIGN_IN = "live.sign-in";
    /** Client to server, no answer: {@code SignOut}. */
    public static final String SIGN_OUT = "live.sign-out";
    /** Client to server: {@code Requests.PermitAll}, answered by {@code Requests.PermittedAll}. */
    public static final String PERMIT = "live.permit";
    /** Client to server, no answer: {@code ListenerDesk.Wish}. */
    public static final String OBSERVE = "live.observe";
    /** Client to server, no answer: {@code ListenerDesk.Wish}. */
    public static final String RELEASE = "live.release";
    /** Client to server, answered by a mark in the stream of updates: {@code ListenerDesk.Everything}. */
    public static final String EVERYTHING = "live.everything";
    /** Client to server: a frame with {@code Requests.Act}, answered by the device's frame. */
    public static final String ACT = "live.act";
    /** Client to server: a frame with {@code Requests.Ask}, answered by the device's frame. */
    public static final String ASK = "live.ask";
    /** Client to server, no answer: {@code Requests.Cancel}. */
    public static final String CANCEL = "live.cancel";

    private LiveMessages() {}

    /**
     * Somebody signs in on a device.
     *
     * @param address of the device, in numbers
     */
    public record SignIn(String name, String password, String address) {
        @Override
        public String toString() {
            return "SignIn[" + name + "]";
        }
    }

    /** @param session reference of the session that ends */
    public record SignOut(String session, String address) {}
}
