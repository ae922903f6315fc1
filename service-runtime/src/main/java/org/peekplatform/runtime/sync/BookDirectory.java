package org.peekplatform.runtime.sync;

import java.util.Set;
import java.util.stream.Collectors;
import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.Applied;
import org.peekplatform.runtime.hook.PartDirectory;

/** What the book says about a deployment; one that an operator deployed by hand has no version known to us. */
final class BookDirectory implements PartDirectory {
    private final Service service;
    private final AppliedBook book;

    BookDirectory(Service service, AppliedBook book) {
        this.service = service;
        this.book = book;
    }

    @Override
    public PluginInfo plugin(String deployment) {
        String id = id(deployment);
        return new PluginInfo(id, book.applied(id).map(Applied::version).orElse("unknown"));
    }

    @Override
    public Set<String> requires(String deployment) {
        return book.wanted().plugin(id(deployment)).stream()
                .flatMap(plugin -> plugin.requires().stream())
                .flatMap(required -> book.wanted().plugin(required).stream())
                .filter(required -> required.parts().containsKey(service))
                .map(required -> required.id() + ending())
                .collect(Collectors.toSet());
    }

    private String id(String deployment) {
        return deployment.endsWith(ending())
                ? deployment.substring(0, deployment.length() - ending().length())
                : deployment;
    }

    private String ending() {
        return "-" + service.id() + ".ear";
    }
}
