package org.peekplatform.maven.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.peekplatform.maven.deploy.PlatformClient.Reply;

/** Uploads an archive, shows the plan, installs and follows the operation to its end. */
public final class Deployment {
    private final PlatformClient platform;
    private final Consumer<String> out;
    private final Duration pollEvery;

    /**
     * @param out takes lines for a person
     */
    public Deployment(PlatformClient platform, Consumer<String> out, Duration pollEvery) {
        this.platform = platform;
        this.out = out;
        this.pollEvery = pollEvery;
    }

    /** Shows what an installation would do; the platform stays as it is. */
    public Outcome plan(Path archive) throws IOException {
        Reply uploaded = platform.upload(archive);
        if (!uploaded.ok()) {
            return refused(uploaded);
        }
        PlanText.of(uploaded.body()).forEach(out);
        Reply discarded = platform.discard(uploaded.body().path("id").asText());
        return discarded.ok() ? new Outcome.Done() : refused(discarded);
    }

    /**
     * @param timeout from the start of the installation to its end
     */
    public Outcome install(Path archive, Duration timeout) throws IOException {
        Reply uploaded = platform.upload(archive);
        if (!uploaded.ok()) {
            return refused(uploaded);
        }
        PlanText.of(uploaded.body()).forEach(out);
        Reply started = platform.install(uploaded.body().path("id").asText());
        return started.ok() ? follow(started, timeout) : refused(started);
    }

    private Outcome follow(Reply started, Duration timeout) throws IOException {
        String id = started.body().path("operation").asText();
        Set<String> shown = new HashSet<>();
        long end = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() - end < 0) {
            Reply now = platform.operation(id);
            if (!now.ok()) {
                return refused(now);
            }
            showNew(now.body().path("steps"), shown);
            String state = now.body().path("state").asText();
            if (state.equals("DONE")) {
                out.accept("done");
                return new Outcome.Done();
            }
            if (state.equals("FAILED")) {
                return new Outcome.Refused(
                        "the installation failed: " + now.body().path("reason").asText("no reason given"));
            }
            pause();
        }
        return new Outcome.Refused("PEEK-2333 operation " + id + " did not end within " + timeout.toSeconds()
                + " s. It goes on on the server. Look at the Plugins page, or raise peek.timeout.");
    }

    private void showNew(JsonNode steps, Set<String> shown) {
        for (JsonNode step : steps) {
            String detail = step.path("detail").asText("");
            String line = step.path("state").asText() + " " + step.path("name").asText()
                    + (detail.isEmpty() ? "" : ": " + detail);
            if (shown.add(line)) {
                out.accept("  " + line);
            }
        }
    }

    private void pause() {
        CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(pollEvery.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    private static Outcome refused(Reply reply) {
        return new Outcome.Refused(ProblemText.of(reply.status(), reply.body()));
    }
}
