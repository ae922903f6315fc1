package org.peekplatform.runtime.part;

import java.util.concurrent.Callable;

/** Runs code of a plugin from outside its deployment, as if it were called from inside. */
public interface PartContext {

    /** Calls code of the part. What it throws reaches the caller unchanged. */
    <T> T call(Callable<T> code) throws Exception;
}
