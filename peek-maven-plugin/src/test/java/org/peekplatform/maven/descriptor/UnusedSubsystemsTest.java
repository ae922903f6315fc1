package org.peekplatform.maven.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnusedSubsystemsTest {
    private static final Set<String> NONE = Set.of();

    @Test
    void leavesOutEverythingForAPlainPart() {
        assertThat(UnusedSubsystems.of(Set.of("java/lang/Object", "jakarta/inject/Inject"), NONE, false))
                .containsExactly(
                        "batch-jberet",
                        "datasources",
                        "ee-security",
                        "ejb3",
                        "jaxrs",
                        "jpa",
                        "messaging-activemq",
                        "microprofile-config-smallrye",
                        "resource-adapters",
                        "undertow");
    }

    @Test
    void keepsWhatAWebArchiveNeeds() {
        assertThat(UnusedSubsystems.of(NONE, NONE, true)).doesNotContain("undertow", "jaxrs");
    }

    @Test
    void keepsWhatThePersistenceUnitNeeds() {
        assertThat(UnusedSubsystems.of(NONE, Set.of("META-INF/persistence.xml"), false))
                .doesNotContain("jpa", "datasources");
    }

    @Test
    void keepsWhatBatchJobsNeed() {
        assertThat(UnusedSubsystems.of(NONE, Set.of("META-INF/batch-jobs/nightly.xml"), false))
                .doesNotContain("batch-jberet");
    }

    @Test
    void keepsWhatTheCodeRefersTo() {
        List<String> types =
                List.of("jakarta/jms/Message", "jakarta/ws/rs/client/Client", "jakarta/security/enterprise/X");
        assertThat(UnusedSubsystems.of(types, NONE, false))
                .containsExactly("batch-jberet", "datasources", "jpa", "microprofile-config-smallrye", "undertow");
    }

    @Test
    void keepsWhatSettingsOfTheServerNeed() {
        assertThat(UnusedSubsystems.of(Set.of("org/eclipse/microprofile/config/Config"), NONE, false))
                .doesNotContain("microprofile-config-smallrye");
        assertThat(UnusedSubsystems.of(NONE, Set.of("META-INF/microprofile-config.properties"), false))
                .doesNotContain("microprofile-config-smallrye");
    }
}
