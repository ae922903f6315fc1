package org.peekplatform.maven.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.EarLayout;
import org.peekplatform.core.descriptor.PluginDescriptor;

/** Writes the EAR of one part. */
final class PartEar {
    private static final byte[] BEANS = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>\n")
            .getBytes(StandardCharsets.UTF_8);

    private final EarLayout layout;
    private final Service service;

    PartEar(PluginDescriptor descriptor, Service service) {
        this.layout = new EarLayout(descriptor, service);
        this.service = service;
    }

    byte[] write(Sorting sorting, Optional<byte[]> apiJar) {
        SortedMap<String, byte[]> ear = new TreeMap<>(layout.generatedFiles());
        apiJar.ifPresent(jar -> ear.put(layout.libraryEntry(), jar));
        ear.put(layout.ejbJar(), Zip.jar(withBeans("META-INF/beans.xml", sorting.jar(service))));
        if (sorting.web(service)) {
            ear.put(layout.war(), Zip.jar(withBeans("WEB-INF/beans.xml", sorting.war(service))));
        }
        return Zip.jar(ear);
    }

    private static SortedMap<String, byte[]> withBeans(String name, SortedMap<String, byte[]> entries) {
        SortedMap<String, byte[]> all = new TreeMap<>(entries);
        all.putIfAbsent(name, BEANS);
        return all;
    }
}
