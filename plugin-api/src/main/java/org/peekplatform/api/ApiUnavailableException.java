package org.peekplatform.api;

/**
 * No plugin publishes the API at this moment, because its provider is being replaced, was stopped or is not installed.
 *
 * @since 0.1
 */
public class ApiUnavailableException extends PeekException {
    private static final long serialVersionUID = 1L;

    /**
     * @param api binary name of the API's interface
     */
    public ApiUnavailableException(String api) {
        super("PEEK-3001", "no running plugin publishes " + api + " on this service. The call was not made.");
    }
}
