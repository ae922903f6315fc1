package org.peekplatform.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.problem.Findings;

/** Reads every entry of the archive and of what is nested in it once, and shows it to the rules. */
final class ArchiveWalk {
    private final ArchiveLimits limits;
    private final Spool spool;
    private final Budget budget;
    private final PluginDescriptor descriptor;
    private final Findings findings;
    private final ClassRules classes;
    private final XmlRules xml = new XmlRules();
    private final Map<String, String> digests = new HashMap<>();

    ArchiveWalk(ArchiveLimits limits, Spool spool, Budget budget, PluginDescriptor descriptor, Findings findings) {
        this.limits = limits;
        this.spool = spool;
        this.budget = budget;
        this.descriptor = descriptor;
        this.findings = findings;
        this.classes = new ClassRules(descriptor);
    }

    void run(OpenZip archive) throws IOException {
        PluginRules rules = new PluginRules(descriptor);
        rules.checkEntries(archive.items(), findings);
        read(archive, Place.outermost());
        if (findings.isEmpty()) {
            rules.checkDigests(digests, findings);
            classes.checkNothingMissing(findings);
        }
    }

    private void read(OpenZip zip, Place place) throws IOException {
        Optional<EarRules> ear =
                place.kind() == Place.Kind.EAR ? Optional.of(new EarRules(place, descriptor)) : Optional.empty();
        ear.ifPresent(rules -> rules.checkEntries(zip.items(), findings));
        zip.items().forEach(item -> FileRules.checkName(place, item.name(), findings));
        for (ZipItem item : zip.items()) {
            if (!item.isDirectory() && !findings.isFull()) {
                readEntry(zip, item, place, ear);
            }
        }
    }

    private void readEntry(OpenZip zip, ZipItem item, Place place, Optional<EarRules> ear) throws IOException {
        try (EntryStream content = zip.read(item);
                DigestInputStream digesting = new DigestInputStream(content, Sha256.digest())) {
            digesting.on(place.depth() == 0);
            if (Place.isArchive(item.name())) {
                descend(digesting, item, place);
            } else {
                readFile(digesting, item, place, ear);
            }
            if (place.depth() == 0) {
                digests.put(
                        item.name(),
                        HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
            }
        }
    }

    private void descend(InputStream content, ZipItem item, Place place) throws IOException {
        Place inside = place.into(item.name(), descriptor);
        if (inside.depth() > limits.depth()) {
            throw new ArchiveRefusal(Refusals.DEPTH.entry(
                    place.path(),
                    item.name(),
                    "is nested " + inside.depth() + " deep, at most " + limits.depth() + " is allowed"));
        }
        try (SeekableByteChannel held = spool.hold(content, item.size())) {
            Findings before = new Findings();
            OpenZip nested = OpenZip.open(held, inside.path(), limits, budget, before);
            before.list().forEach(findings::add);
            if (before.isEmpty()) {
                read(nested, inside);
            }
        }
    }

    private void readFile(InputStream content, ZipItem item, Place place, Optional<EarRules> ear) throws IOException {
        String name = item.name();
        if (FileRules.isServerXml(place, name) || FileRules.isManifest(name)) {
            readDescriptor(content, item, place, ear);
            return;
        }
        byte[] head = content.readNBytes(ClassRules.HEAD);
        content.transferTo(OutputStream.nullOutputStream());
        if (name.endsWith(".class") && ClassRules.isOwnCode(place)) {
            classes.seen(place, name, head, findings);
        }
    }

    private void readDescriptor(InputStream content, ZipItem item, Place place, Optional<EarRules> ear)
            throws IOException {
        if (item.size() > limits.xmlBytes()) {
            findings.add(Refusals.UNPACKED_SIZE.entry(
                    place.path(),
                    item.name(),
                    "has " + item.size() + " bytes, at most " + limits.xmlBytes() + " are allowed for a descriptor"));
            return;
        }
        byte[] bytes = content.readAllBytes();
        if (FileRules.isManifest(item.name())) {
            FileRules.checkManifest(place, item.name(), bytes, findings);
        } else {
            xml.check(place, item.name(), bytes, findings);
            ear.ifPresent(rules -> rules.checkGenerated(item.name(), bytes, findings));
        }
    }
}
