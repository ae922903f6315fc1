package org.peekplatform.runtime.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.peekplatform.core.wanted.Deployed;

/** A WildFly that does what it is asked to, or refuses as it is told. */
final class FakeWildFly implements Deployer {
    private final Map<String, Deployed> deployments = new TreeMap<>();
    private Optional<String> refusal = Optional.empty();
    private boolean ready = true;

    FakeWildFly having(String deployment) {
        deployments.put(deployment, new Deployed("hash of " + deployment, true));
        return this;
    }

    void refusing(String reason) {
        refusal = Optional.of(reason);
    }

    void willing() {
        refusal = Optional.empty();
    }

    void goingDown() {
        ready = false;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public Map<String, Deployed> deployments() {
        return Map.copyOf(deployments);
    }

    @Override
    public Result put(String name, Path ear, boolean enabled) {
        return unlessRefused(() -> deployments.put(name, new Deployed("hash of " + ear.getFileName(), enabled)));
    }

    @Override
    public Result enable(String name) {
        return unlessRefused(() -> deployments.computeIfPresent(name, (n, d) -> new Deployed(d.content(), true)));
    }

    @Override
    public Result disable(String name) {
        return unlessRefused(() -> deployments.computeIfPresent(name, (n, d) -> new Deployed(d.content(), false)));
    }

    @Override
    public Result remove(List<String> names) {
        return unlessRefused(() -> deployments.keySet().removeAll(names));
    }

    private Result unlessRefused(Runnable change) {
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        change.run();
        return new Result.Done();
    }
}
