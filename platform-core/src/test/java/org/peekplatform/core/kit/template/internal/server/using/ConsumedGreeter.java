package org.peekplatform.core.kit.template.internal.server.using;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.peekplatform.api.PublishedApi;
import org.peekplatform.core.kit.provider.server.Greeter;
import org.peekplatform.core.kit.template.internal.server.Consumed;

/** Passes on to another plugin. */
@ApplicationScoped
public class ConsumedGreeter implements Consumed {
    @Inject
    @PublishedApi
    Greeter greeter;

    @Override
    public String greet(String name) {
        return greeter.greet(name);
    }
}
