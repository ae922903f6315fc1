package org.peekplatform.core.descriptor;

/** Turns the bytes of a {@code plugin.json} into a descriptor, or says everything that is wrong with it. */
public final class DescriptorReader {

    /** The form that a developer writes: what the build adds must be absent, version and parts may be. */
    public DescriptorIntake readSource(byte[] json) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    /** The form that stands in an archive. */
    public DescriptorIntake readCompleted(byte[] json) {
        throw new UnsupportedOperationException("comes with the next commit");
    }
}
