package org.peekplatform.maven.deploy;

/** What became of a deployment. */
public sealed interface Outcome {

    /** Everything that was asked for is done. */
    record Done() implements Outcome {}

    /**
     * The server refused, or the installation failed.
     *
     * @param reason lines to show, as the server worded them
     */
    record Refused(String reason) implements Outcome {}
}
