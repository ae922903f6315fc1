package org.peekplatform.server.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.core.problem.Quoted;

/** Judges the pages of an archive that has passed the checks of archives: would a browser here be able to run them? */
public final class PageRules {
    private static final int MANIFEST_BYTES = 1024 * 1024;
    private static final String NOTHING_CHANGED = ". Nothing was changed. ";
    private static final String PACKAGE_AGAIN = NOTHING_CHANGED + "Package the plugin again with the Maven plugin.";

    /** Segments that need no escaping in an address, none of them hidden. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9_@+-][A-Za-z0-9_@+.-]*(/[A-Za-z0-9_@+-][A-Za-z0-9_@+.-]*)*");

    /**
     * @param archive the file, whose digests are those of the descriptor
     * @param angular of this platform; empty when it was built without a front end and shows no pages at all
     */
    public List<Problem> check(Path archive, PluginDescriptor descriptor, Optional<String> angular) throws IOException {
        Findings findings = new Findings();
        if (descriptor.files().containsKey(PagesManifest.ENTRY)) {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                read(zip, findings).ifPresent(manifest -> {
                    angular.flatMap(platform ->
                                    AngularVersion.refusal(manifest.builtWith().angular(), platform))
                            .ifPresent(reason -> findings.add(
                                    "PEEK-2231",
                                    "the pages cannot run here: " + reason + "." + " Nothing was changed."));
                    checkModules(manifest, descriptor, findings);
                    checkUses(manifest, descriptor, findings);
                    manifest.files().forEach((file, digest) -> checkFile(zip, file, digest, descriptor, findings));
                });
            }
        } else if (descriptor.files().keySet().stream().anyMatch(file -> file.startsWith(PagesManifest.FOLDER))) {
            unfit(findings, "the archive has pages but no " + PagesManifest.ENTRY);
        }
        return findings.list();
    }

    private static void unfit(Findings findings, String text) {
        findings.add("PEEK-2230", text + PACKAGE_AGAIN);
    }

    private static Optional<PagesManifest> read(ZipFile zip, Findings findings) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(PagesManifest.ENTRY))) {
            return Optional.of(Json.read(in.readNBytes(MANIFEST_BYTES), PagesManifest.class));
        } catch (UncheckedIOException e) {
            unfit(findings, PagesManifest.ENTRY + " is not what the front-end SDK writes");
            return Optional.empty();
        }
    }

    private static void checkModules(PagesManifest manifest, PluginDescriptor descriptor, Findings findings) {
        if (!manifest.plugin().equals(descriptor.id())) {
            unfit(
                    findings,
                    "the pages were built for " + Quoted.of(manifest.plugin()) + ", the archive is "
                            + Quoted.of(descriptor.id()));
        }
        manifest.modules().forEach((specifier, file) -> {
            if (!specifier.startsWith("@peek/" + descriptor.id() + "/")
                    || !ADDRESS.matcher(specifier).matches()) {
                unfit(
                        findings,
                        PagesManifest.ENTRY + " has the module " + Quoted.of(specifier)
                                + ", but a plugin's modules begin with '@peek/" + descriptor.id() + "/'");
            }
            if (!manifest.files().containsKey(file)) {
                unfit(findings, PagesManifest.ENTRY + " has the module file " + Quoted.of(file) + " without a digest");
            }
        });
        manifest.apps().forEach((app, start) -> {
            if (!manifest.modules().containsKey(start.entry())) {
                unfit(
                        findings,
                        "the pages for " + Quoted.of(app) + " begin with " + Quoted.of(start.entry())
                                + ", which is no module of the archive");
            }
        });
    }

    private static void checkUses(PagesManifest manifest, PluginDescriptor descriptor, Findings findings) {
        manifest.uses().stream()
                .filter(specifier -> specifier.startsWith("@peek/") && specifier.indexOf('/', 6) > 0)
                .filter(specifier -> !specifier.startsWith("@peek/platform/"))
                .filter(specifier -> descriptor.requires().stream()
                        .map(Requirement::plugin)
                        .noneMatch(plugin -> specifier.startsWith("@peek/" + plugin + "/")))
                .forEach(specifier -> findings.add(
                        "PEEK-2232",
                        "the pages import " + Quoted.of(specifier) + ", but plugin.json does not require that plugin"
                                + NOTHING_CHANGED + "Add it to 'requires'."));
    }

    private static void checkFile(
            ZipFile zip, String file, String digest, PluginDescriptor descriptor, Findings findings) {
        String entry = PagesManifest.FOLDER + file;
        if (!ADDRESS.matcher(file).matches() || !descriptor.files().containsKey(entry)) {
            unfit(
                    findings,
                    PagesManifest.ENTRY + " lists " + Quoted.of(file)
                            + ", which is not in the archive or cannot be an address");
            return;
        }
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            if (!digest.equals(ContentDigest.integrity(in))) {
                unfit(
                        findings,
                        PagesManifest.ENTRY + " has another digest for " + Quoted.of(file)
                                + " than its bytes: browsers would refuse it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
