package org.peekplatform.maven.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.peekplatform.api.Service;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.layout.Place;
import org.peekplatform.maven.layout.SourceLayout;
import org.peekplatform.maven.scan.ClassSet;

/** The compiled output of a plugin, taken apart into the jars that it becomes. */
final class Sorting {
    private static final String CLASSES = "WEB-INF/classes/";
    private static final Set<String> STORAGE = Set.of("jakarta/persistence/", "javax/sql/", "java/sql/");

    private final SortedMap<String, byte[]> api = new TreeMap<>();
    private final Map<Service, SortedMap<String, byte[]>> jars = new EnumMap<>(Service.class);
    private final Map<Service, SortedMap<String, byte[]>> wars = new EnumMap<>(Service.class);
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param webapps files that the plugin brings for its web archives; they alone make one
     */
    Sorting(
            SortedMap<String, byte[]> output,
            Map<Service, SortedMap<String, byte[]>> webapps,
            SourceLayout layout,
            Set<Service> parts) {
        parts.forEach(part -> jars.put(part, new TreeMap<>()));
        webapps.forEach((service, files) -> wars.put(service, new TreeMap<>(files)));
        output.forEach((entry, content) -> put(entry, content, layout.placeOf(entry)));
        Optional.ofNullable(jars.get(Service.WORKER)).ifPresent(worker -> leaveOutUnusedStorage(worker, layout));
    }

    /** A worker that does no storage must not need a data source, so it gets no persistence unit. */
    private static void leaveOutUnusedStorage(SortedMap<String, byte[]> worker, SourceLayout layout) {
        List<byte[]> code = worker.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".class") && !layout.isStorage(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        boolean used = ClassSet.of(code).all().stream()
                .flatMap(type -> type.refersTo().types().stream())
                .anyMatch(type -> type.startsWith(layout.storagePackage())
                        || STORAGE.stream().anyMatch(type::startsWith));
        if (!used) {
            worker.keySet().removeIf(layout::isStorage);
        }
    }

    private void put(String entry, byte[] content, Place place) {
        if (place instanceof Place.ApiJar) {
            api.put(entry, content);
        } else if (place instanceof Place.PartJar jar) {
            jar.services().forEach(service -> jars.get(service).put(entry, content));
        } else if (place instanceof Place.PartWar war) {
            wars.computeIfAbsent(war.service(), any -> new TreeMap<>()).put(CLASSES + entry, content);
        } else if (place instanceof Place.Nowhere nowhere) {
            problems.add(new Problem(
                    "PEEK-2308",
                    entry + " " + nowhere.reason() + ". It would be part of no archive; none was written."
                            + " Move it, see docs/architecture.md section 3."));
        }
    }

    SortedMap<String, byte[]> api() {
        return api;
    }

    SortedMap<String, byte[]> jar(Service service) {
        return jars.get(service);
    }

    boolean web(Service service) {
        return wars.containsKey(service);
    }

    SortedMap<String, byte[]> war(Service service) {
        return wars.get(service);
    }

    /** Everything that runs on a service. */
    Stream<Map.Entry<String, byte[]>> part(Service service) {
        return Stream.of(api, jars.get(service), wars.getOrDefault(service, new TreeMap<>()))
                .flatMap(entries -> entries.entrySet().stream());
    }

    List<Problem> problems() {
        return problems;
    }
}
