package org.peekplatform.maven.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.api.Service;

class SourceLayoutTest {
    private static final Set<Service> THREE = EnumSet.of(Service.SERVER, Service.CLIENT, Service.WORKER);
    private final SourceLayout layout = new SourceLayout("org/x/server/noop", THREE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuple/A.class",
                "server/A.class",
                "client/deep/A.class",
                "agent/A.class",
                "server/texts.properties"
            })
    void putsExposedPackagesIntoTheApiJar(String entry) {
        assertThat(layout.placeOf("org/x/server/noop/" + entry)).isEqualTo(new Place.ApiJar());
    }

    @ParameterizedTest
    @CsvSource({
        "internal/server/A.class, SERVER",
        "internal/server/webs/A.class, SERVER",
        "internal/client/deep/A.class, CLIENT",
        "internal/storage/A.class, SERVER WORKER",
        "internal/tuple/A.class, SERVER CLIENT WORKER",
        "internal/A.class, SERVER CLIENT WORKER",
        "internal/other/texts.properties, SERVER CLIENT WORKER"
    })
    void putsInternalPackagesIntoTheJarsOfTheirParts(String entry, String services) {
        Set<Service> expected = EnumSet.noneOf(Service.class);
        for (String service : services.split(" ")) {
            expected.add(Service.valueOf(service));
        }
        assertThat(layout.placeOf("org/x/server/noop/" + entry)).isEqualTo(new Place.PartJar(expected));
    }

    @Test
    void putsWebPackagesIntoTheWar() {
        assertThat(layout.placeOf("org/x/server/noop/internal/client/web/deep/A.class"))
                .isEqualTo(new Place.PartWar(Service.CLIENT));
    }

    @ParameterizedTest
    @CsvSource({
        "META-INF/persistence.xml, SERVER WORKER",
        "META-INF/orm.xml, SERVER WORKER",
        "META-INF/batch-jobs/nightly.xml, WORKER",
        "META-INF/beans.xml, SERVER CLIENT WORKER",
        "texts.properties, SERVER CLIENT WORKER"
    })
    void putsResourcesWhereTheyAreRead(String entry, String services) {
        Set<Service> expected = EnumSet.noneOf(Service.class);
        for (String service : services.split(" ")) {
            expected.add(Service.valueOf(service));
        }
        assertThat(layout.placeOf(entry)).isEqualTo(new Place.PartJar(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin.json",
                "META-INF/MANIFEST.MF",
                "META-INF/maven/x/pom.xml",
                "db/migration/V1__a.sql",
                "org/x/server/noop/package-info.class"
            })
    void leavesOutWhatTheArchiveHasElsewhere(String entry) {
        assertThat(layout.placeOf(entry)).isEqualTo(new Place.Elsewhere());
    }

    @ParameterizedTest
    @CsvSource({
        "org/y/A.class, 'lies outside of the plugin''s root package org.x.server.noop'",
        "org/x/server/noopy/A.class, 'lies outside of the plugin''s root package org.x.server.noop'",
        "org/x/server/noop/A.class, 'lies in none of the packages tuple, server, client, agent and internal below org.x.server.noop'",
        "org/x/server/noop/worker/A.class, 'lies in none of the packages tuple, server, client, agent and internal below org.x.server.noop'",
        "org/x/server/noop/internal/agent/A.class, 'belongs to the agent, but the plugin has no hook for it'"
    })
    void saysWhyAClassHasNoPlace(String entry, String reason) {
        assertThat(layout.placeOf(entry)).isEqualTo(new Place.Nowhere(reason));
    }

    @Test
    void hasNoPlaceForTablesWithoutServerAndWorker() {
        SourceLayout clientOnly = new SourceLayout("org/x", EnumSet.of(Service.CLIENT));
        assertThat(clientOnly.placeOf("org/x/internal/storage/A.class")).isInstanceOf(Place.Nowhere.class);
        assertThat(clientOnly.placeOf("META-INF/batch-jobs/a.xml")).isInstanceOf(Place.Nowhere.class);
    }

    @Test
    void readsTheRootPackageFromTheHook() {
        assertThat(SourceLayout.rootOf("org/x/internal/server/y/internal/server/z", Service.SERVER))
                .contains("org/x/internal/server/y");
        assertThat(SourceLayout.rootOf("org/x/internal/client", Service.SERVER)).isEmpty();
        assertThat(SourceLayout.rootOf("internal/server", Service.SERVER)).isEmpty();
    }
}
