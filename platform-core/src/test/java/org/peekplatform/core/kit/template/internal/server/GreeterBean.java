package org.peekplatform.core.kit.template.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.peekplatform.api.PublishedApi;
import org.peekplatform.core.kit.template.internal.common.Behaviour;
import org.peekplatform.core.kit.template.server.Greeter;

/** What the plugin publishes. Its answer ends with those of the plugins that it consumes. */
@ApplicationScoped
@PublishedApi
public class GreeterBean implements Greeter {
    @Inject
    Instance<Consumed> consumed;

    @Override
    public String greet(String name) {
        StringBuilder answer = new StringBuilder("hello " + name + " from " + new Behaviour().title());
        consumed.forEach(provider -> answer.append("; ").append(provider.greet(name)));
        return answer.toString();
    }
}
