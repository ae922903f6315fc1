package org.peekplatform.core.wanted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.SyncStep.Acknowledge;
import org.peekplatform.core.wanted.SyncStep.Deploy;
import org.peekplatform.core.wanted.SyncStep.Disable;
import org.peekplatform.core.wanted.SyncStep.Enable;
import org.peekplatform.core.wanted.SyncStep.Remove;
import org.peekplatform.core.wanted.WantedPlugin.WantedPart;

class ReconcilerTest {
    private final Reconciler agent = new Reconciler(Service.AGENT);

    @Test
    void deploysWhatIsWantedAndNotThere() {
        WantedPlugin noop = wanted("noop", "ear1", 1, true);
        assertThat(steps(List.of(noop), Map.of(), Map.of())).containsExactly(new Deploy(noop));
    }

    @Test
    void leavesAloneWhatHasNoPartHere() {
        WantedPlugin serverOnly = new WantedPlugin(
                "web", "1.0.0", "sha", 1, true, Map.of(Service.SERVER, new WantedPart("e", List.of())), List.of());
        assertThat(steps(List.of(serverOnly), Map.of(), Map.of())).isEmpty();
    }

    @Test
    void hasNothingToDoWhenAllIsAsWanted() {
        assertThat(steps(
                        List.of(wanted("noop", "ear1", 1, true)),
                        Map.of("noop", applied("noop", "ear1", 1, PartState.RUNNING)),
                        Map.of("noop", new Deployed("hash", true))))
                .isEmpty();
    }

    @Test
    void deploysAnotherVersion() {
        WantedPlugin two = wanted("noop", "ear2", 2, true);
        assertThat(steps(
                        List.of(two),
                        Map.of("noop", applied("noop", "ear1", 1, PartState.RUNNING)),
                        Map.of("noop", new Deployed("hash", true))))
                .containsExactly(new Deploy(two));
    }

    @Test
    void removesWhatIsNotWantedAnyMore() {
        assertThat(steps(
                        List.of(),
                        Map.of("noop", applied("noop", "ear1", 1, PartState.RUNNING)),
                        Map.of("noop", new Deployed("hash", true))))
                .containsExactly(new Remove("noop"));
    }

    @Test
    void leavesDeploymentsOfOthersAlone() {
        assertThat(steps(List.of(), Map.of(), Map.of("foreign", new Deployed("hash", true))))
                .isEmpty();
    }

    @Test
    void respectsAnOperatorWhoStoppedOrRemovedIt() {
        List<WantedPlugin> same = List.of(wanted("noop", "ear1", 1, true));
        Map<String, Applied> applied = Map.of("noop", applied("noop", "ear1", 1, PartState.RUNNING));
        assertThat(steps(same, applied, Map.of("noop", new Deployed("hash", false))))
                .isEmpty();
        assertThat(steps(same, applied, Map.of())).isEmpty();
    }

    @Test
    void followsTheAdministratorWhoDecidesAnew() {
        WantedPlugin again = wanted("noop", "ear1", 2, true);
        Map<String, Applied> applied = Map.of("noop", applied("noop", "ear1", 1, PartState.RUNNING));
        assertThat(steps(List.of(again), applied, Map.of("noop", new Deployed("hash", false))))
                .containsExactly(new Enable(again));
        assertThat(steps(List.of(again), applied, Map.of())).containsExactly(new Deploy(again));
        assertThat(steps(List.of(again), applied, Map.of("noop", new Deployed("other", true))))
                .containsExactly(new Deploy(again));
        assertThat(steps(List.of(again), applied, Map.of("noop", new Deployed("hash", true))))
                .containsExactly(new Acknowledge(again));
    }

    @Test
    void stopsDependentsBeforeTheirProviders() {
        WantedPlugin user = wanted("user", "ear1", 2, false);
        WantedPlugin tasks = wanted("tasks", "ear1", 2, false);
        Map<String, Applied> applied = Map.of(
                "user", applied("user", "ear1", 1, PartState.RUNNING),
                "tasks", applied("tasks", "ear1", 1, PartState.RUNNING));
        Map<String, Deployed> deployed =
                Map.of("user", new Deployed("hash", true), "tasks", new Deployed("hash", true));
        assertThat(steps(List.of(user, tasks), applied, deployed))
                .containsExactly(new Disable(tasks), new Disable(user));
    }

    @Test
    void finishesWhatACrashCutShort() {
        WantedPlugin noop = wanted("noop", "ear1", 1, true);
        assertThat(steps(
                        List.of(noop),
                        Map.of("noop", applied("noop", "ear1", 1, PartState.DEPLOYING)),
                        Map.of("noop", new Deployed("hash", true))))
                .containsExactly(new Deploy(noop));
    }

    @Test
    void doesNotTryAFailedVersionAgainByItself() {
        WantedPlugin noop = wanted("noop", "ear1", 1, true);
        Map<String, Applied> applied = Map.of("noop", applied("noop", "ear1", 1, PartState.FAILED));
        assertThat(steps(List.of(noop), applied, Map.of())).isEmpty();
        WantedPlugin again = wanted("noop", "ear1", 2, true);
        assertThat(steps(List.of(again), applied, Map.of())).containsExactly(new Deploy(again));
    }

    private List<SyncStep> steps(
            List<WantedPlugin> wanted, Map<String, Applied> applied, Map<String, Deployed> deployed) {
        return agent.steps(new WantedSet(1, wanted), applied, deployed);
    }

    private static WantedPlugin wanted(String id, String ear, long revision, boolean running) {
        return new WantedPlugin(
                id,
                "1.0.0",
                "sha",
                revision,
                running,
                Map.of(Service.AGENT, new WantedPart(ear, List.of())),
                List.of());
    }

    private static Applied applied(String id, String ear, long revision, PartState outcome) {
        return new Applied(
                id, "1.0.0", "sha", ear, revision, Optional.of("hash"), outcome, Instant.EPOCH, Optional.empty());
    }
}
