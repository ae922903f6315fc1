package org.peekplatform.maven.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Part;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.Fixtures;
import org.peekplatform.maven.scan.ClassSet;

class RequirementsTest {
    private final ClassSet demo = Fixtures.classes("org/acme/demo");

    @Test
    void writesRequirementForUsedPlugin() {
        Requirements found = Requirements.of(List.of(), List.of(base("2.3.4")), demo);
        assertThat(found.problems()).isEmpty();
        assertThat(found.requires())
                .containsExactly(
                        new Requirement("base", ">=2.3.4 <3.0.0", false, List.of(Service.SERVER, Service.WORKER)));
    }

    @Test
    void listsInheritedMemberWhereItIsDeclared() {
        assertThat(Requirements.of(List.of(), List.of(base("1.0.0")), demo).uses())
                .isEqualTo(Map.of(
                        "base",
                        List.of(
                                "org/acme/base/server/Countable#count()I",
                                "org/acme/base/server/Items",
                                "org/acme/base/server/Items#first()Lorg/acme/base/tuple/Item;")));
    }

    @Test
    void needsNothingOfAPluginThatTheCodeDoesNotUse() {
        Requirements found = Requirements.of(List.of(), List.of(base("1.0.0")), Fixtures.classes("org/acme/twins"));
        assertThat(found.requires()).isEmpty();
        assertThat(found.uses()).isEmpty();
    }

    @Test
    void keepsWrittenRangeAndFillsServices() {
        Requirement written = new Requirement("base", ">=1.5 <4", true, List.of());
        assertThat(Requirements.of(List.of(written), List.of(base("2.0.0")), demo)
                        .requires())
                .containsExactly(new Requirement("base", ">=1.5 <4", true, List.of(Service.SERVER, Service.WORKER)));
    }

    @Test
    void refusesRangeWithoutTheVersionCompiledAgainst() {
        Requirement written = new Requirement("base", ">=3", false, List.of());
        assertThat(Requirements.of(List.of(written), List.of(base("2.0.0")), demo)
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "PEEK-2307 plugin.json requires 'base' >=3, but the code was compiled against 2.0.0. It was never"
                                + " tried with a version in the range; no archive was written. Correct the range or the Maven dependency.");
    }

    @Test
    void refusesRequiredPluginThatIsNoDependency() {
        Requirement needed = new Requirement("user", ">=1", false, List.of());
        Requirement welcome = new Requirement("chat", ">=1", true, List.of());
        assertThat(Requirements.of(List.of(needed, welcome), List.of(), demo).problems())
                .extracting(Problem::code)
                .containsExactly("PEEK-2306");
    }

    private static Provider base(String version) {
        ClassSet all = Fixtures.classes("org/acme/base");
        ClassSet exposed = Fixtures.classes("org/acme/base/server");
        Part part = new Part("org.acme.base.internal.server.BaseServer", List.of(), List.of(), false);
        PluginDescriptor descriptor = new PluginDescriptor(
                "base",
                version,
                "Base",
                "",
                "",
                ">=0.1",
                List.of(),
                Map.of(Service.SERVER, part, Service.WORKER, part),
                ApiListing.of(all.all()),
                Map.of(),
                List.of(),
                Map.of(),
                Optional.empty());
        return new Provider(descriptor, exposed, new TreeMap<>());
    }
}
