package org.peekplatform.server.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.core.problem.Problem;

class PageRulesTest {
    private static final Optional<String> ANGULAR = Optional.of("21.2.24");
    private static final String MODULE = "export default 1";

    @TempDir
    Path folder;

    @Test
    void takesWhatTheSdkBuilds() throws IOException {
        assertThat(problems(PagesArchive.named("noop", MODULE))).isEmpty();
    }

    @Test
    void takesAnArchiveWithoutPages() throws IOException {
        assertThat(problems(PagesArchive.named("noop", MODULE)
                        .without(PagesManifest.ENTRY)
                        .without("ui/assets/dot.svg")
                        .without("ui/pages-" + digest() + ".js")))
                .isEmpty();
    }

    @Test
    void refusesPagesOfAnotherAngular() throws IOException {
        assertThat(problems(manifest(m -> new PagesManifest(
                        m.plugin(),
                        new PagesManifest.BuiltWith("22.0.1"),
                        m.apps(),
                        m.modules(),
                        m.uses(),
                        m.files()))))
                .containsExactly(
                        new Problem(
                                "PEEK-2231",
                                "the pages cannot run here: built with Angular 22.0.1, the"
                                        + " platform runs 21.2.24; rebuild the plugin with the platform's own SDK. Nothing was changed."));
    }

    @Test
    void doesNotAskForAngularWhereThereAreNoPagesAtAll() throws IOException {
        PagesArchive archive = manifest(m -> new PagesManifest(
                m.plugin(), new PagesManifest.BuiltWith("22.0.1"), m.apps(), m.modules(), m.uses(), m.files()));

        assertThat(new PageRules().check(archive.writeTo(folder), archive.descriptor(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void refusesPagesWithoutManifest() throws IOException {
        assertThat(problems(PagesArchive.named("noop", MODULE).without(PagesManifest.ENTRY)))
                .extracting(Problem::code)
                .containsExactly("PEEK-2230");
    }

    @Test
    void refusesAManifestThatIsNoJson() throws IOException {
        assertThat(problems(PagesArchive.named("noop", MODULE).file(PagesManifest.ENTRY, "{\"files\":3}")))
                .extracting(Problem::message)
                .containsExactly("ui/ui-manifest.json is not what the front-end SDK writes."
                        + " Nothing was changed. Package the plugin again with the Maven plugin.");
    }

    @Test
    void refusesAModuleInAnothersName() throws IOException {
        assertThat(problems(manifest(m -> new PagesManifest(
                        m.plugin(), m.builtWith(), Map.of(), Map.of("@angular/core", file(m)), m.uses(), m.files()))))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("'@angular/core'", "'@peek/noop/'");
    }

    @Test
    void refusesPagesThatWereBuiltForAnother() throws IOException {
        assertThat(problems(manifest(
                        m -> new PagesManifest("user", m.builtWith(), m.apps(), m.modules(), m.uses(), m.files()))))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("built for 'user'");
    }

    @Test
    void refusesBytesThatABrowserWouldRefuse() throws IOException {
        assertThat(problems(manifest(m -> new PagesManifest(
                        m.plugin(),
                        m.builtWith(),
                        m.apps(),
                        m.modules(),
                        m.uses(),
                        Map.of(file(m), PagesArchive.integrity("other"))))))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("another digest", "browsers would refuse");
    }

    @Test
    void refusesFilesThatAreNotThere() throws IOException {
        assertThat(problems(manifest(m -> new PagesManifest(
                        m.plugin(),
                        m.builtWith(),
                        m.apps(),
                        m.modules(),
                        m.uses(),
                        Map.of(file(m), m.files().get(file(m)), "../services/server.ear", "sha384-x")))))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("'../services/server.ear'");
    }

    @Test
    void refusesAnAppThatBeginsNowhere() throws IOException {
        assertThat(problems(manifest(m -> new PagesManifest(
                        m.plugin(),
                        m.builtWith(),
                        Map.of("admin", new PagesManifest.App("@peek/noop/gone")),
                        m.modules(),
                        m.uses(),
                        m.files()))))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("'@peek/noop/gone'");
    }

    @Test
    void refusesImportsFromAPluginThatIsNotRequired() throws IOException {
        UnaryOperator<PagesManifest> using = m -> new PagesManifest(
                m.plugin(), m.builtWith(), m.apps(), m.modules(), List.of("@peek/user/desktop"), m.files());

        assertThat(problems(manifest(using))).extracting(Problem::code).containsExactly("PEEK-2232");
        assertThat(problems(manifest(using).requires("user"))).isEmpty();
    }

    @Test
    void letsPagesImportWhatThePlatformBrings() throws IOException {
        assertThat(problems(manifest(m -> new PagesManifest(
                        m.plugin(),
                        m.builtWith(),
                        m.apps(),
                        m.modules(),
                        List.of("@peek/platform", "@peek/platform/live"),
                        m.files()))))
                .isEmpty();
    }

    private static PagesArchive manifest(UnaryOperator<PagesManifest> change) {
        return PagesArchive.named("noop", MODULE).changed(MODULE, change);
    }

    private static String file(PagesManifest manifest) {
        return manifest.files().keySet().iterator().next();
    }

    private static String digest() {
        return PagesArchive.sha256(MODULE.getBytes(UTF_8)).substring(0, 8);
    }

    private List<Problem> problems(PagesArchive archive) throws IOException {
        return new PageRules().check(archive.writeTo(folder), archive.descriptor(), ANGULAR);
    }
}
