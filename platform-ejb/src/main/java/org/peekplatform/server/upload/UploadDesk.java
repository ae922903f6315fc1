package org.peekplatform.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.core.archive.ArchiveCheck;
import org.peekplatform.core.archive.ArchiveIntake;
import org.peekplatform.core.archive.ArchiveLimits;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.plan.Plan;
import org.peekplatform.core.plan.PlanResult;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.server.ui.PageRules;

/** Receives archives, checks them, and keeps the accepted ones until they are installed or discarded. */
public final class UploadDesk {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_WAITING = 20;

    private final Staging staging;
    private final ArchiveCheck check;
    private final ArchiveLimits limits;
    private final PageRules pages;
    private final InstallPlans plans;
    private final Clock clock;
    private final Map<String, Upload> waiting = new ConcurrentHashMap<>();

    /** Plans an install against what is installed now. */
    @FunctionalInterface
    public interface InstallPlans {
        PlanResult plan(PluginDescriptor descriptor, String sha256);
    }

    public UploadDesk(
            Staging staging,
            ArchiveCheck check,
            ArchiveLimits limits,
            PageRules pages,
            InstallPlans plans,
            Clock clock) {
        this.staging = staging;
        this.check = check;
        this.limits = limits;
        this.pages = pages;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Reads a stream to its end, checks what came and plans its installation.
     *
     * @param angular of the platform's own pages; empty when it was built without a front end
     */
    public UploadOutcome receive(InputStream in, Optional<String> angular) throws IOException {
        discardForgotten();
        Optional<Staging.Arrived> arrived = staging.receive(in, limits.archiveBytes());
        if (arrived.isEmpty()) {
            return new UploadOutcome.TooLarge(limits.archiveBytes());
        }
        Path file = arrived.get().file();
        UploadOutcome outcome = judge(file, check.check(file, arrived.get().sha256()), angular);
        if (outcome instanceof UploadOutcome.Accepted accepted) {
            waiting.put(accepted.upload().id(), accepted.upload());
        } else {
            Files.delete(file);
        }
        return outcome;
    }

    private UploadOutcome judge(Path file, ArchiveIntake intake, Optional<String> angular) throws IOException {
        if (intake instanceof ArchiveIntake.Refused refused) {
            return new UploadOutcome.Refused(refused.problems());
        }
        ArchiveIntake.Accepted accepted = (ArchiveIntake.Accepted) intake;
        List<Problem> faults = new ArrayList<>(pages.check(file, accepted.descriptor(), angular));
        PlanResult result = plans.plan(accepted.descriptor(), accepted.sha256());
        if (result instanceof PlanResult.Impossible impossible) {
            faults.addAll(impossible.problems());
        }
        if (!faults.isEmpty()) {
            return new UploadOutcome.Refused(faults);
        }
        Plan plan = ((PlanResult.Possible) result).plan();
        return new UploadOutcome.Accepted(new Upload(
                UUID.randomUUID().toString(),
                file,
                accepted.descriptor(),
                accepted.sha256(),
                accepted.size(),
                plan,
                clock.instant()));
    }

    public Optional<Upload> find(String id) {
        return Optional.ofNullable(waiting.get(id));
    }

    /** Gives an upload that still waits the plan of now in place of the one that was read. */
    public void replan(Upload upload, Plan plan) {
        waiting.computeIfPresent(
                upload.id(),
                (id, old) ->
                        new Upload(id, old.file(), old.descriptor(), old.sha256(), old.size(), plan, old.received()));
    }

    /** Removes an upload with its file; false when there is none of that id. */
    public boolean discard(String id) {
        Upload upload = waiting.remove(id);
        if (upload == null) {
            return false;
        }
        try {
            Files.deleteIfExists(upload.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private void discardForgotten() {
        Instant oldest = clock.instant().minus(KEPT);
        List<Upload> byAge = waiting.values().stream()
                .sorted(Comparator.comparing(Upload::received))
                .toList();
        int tooMany = Math.max(0, byAge.size() - MOST_WAITING + 1);
        for (int i = 0; i < byAge.size(); i++) {
            if (i < tooMany || byAge.get(i).received().isBefore(oldest)) {
                discard(byAge.get(i).id());
            }
        }
    }
}
