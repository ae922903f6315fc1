package org.peekplatform.runtime.hook;

import java.util.concurrent.Callable;
import org.peekplatform.runtime.part.PartContext;

/** Runs code as it is. */
public final class DirectContext implements PartContext {
    @Override
    public <T> T call(Callable<T> code) throws Exception {
        return code.call();
    }
}
