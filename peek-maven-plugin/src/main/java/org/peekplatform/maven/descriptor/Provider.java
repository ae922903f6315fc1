package org.peekplatform.maven.descriptor;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.maven.scan.ClassSet;
import org.peekplatform.maven.scan.ScannedClass;
import org.peekplatform.maven.scan.ScannedClass.Member;

/**
 * Another plugin that this one was compiled against.
 *
 * @param api its exposed classes
 * @param types its TypeScript declarations, by path such as {@code @peek/noop/tuples/index.d.ts}
 */
public record Provider(PluginDescriptor descriptor, ClassSet api, SortedMap<String, byte[]> types) {
    /** Where an API jar carries the descriptor of its plugin. */
    public static final String DESCRIPTOR_ENTRY = "META-INF/peek/plugin.json";

    /** Where an API jar carries the TypeScript declarations of its plugin. */
    public static final String TYPES_FOLDER = "META-INF/peek/types/";

    /** What some code uses of the exposed classes, in the notation of the descriptor. */
    public SortedSet<String> usedBy(ClassSet code) {
        SortedSet<String> used = new TreeSet<>();
        for (ScannedClass user : code.all()) {
            user.refersTo().types().stream()
                    .filter(name -> api.find(name).isPresent())
                    .forEach(used::add);
            user.refersTo().members().forEach(member -> listed(member).ifPresent(used::add));
        }
        return used;
    }

    /** A member is listed where it is declared; one that comes from the JDK needs no listing. */
    private Optional<String> listed(Member member) {
        return api.declaring(member.owner(), member.signature()).map(owner -> owner + "#" + member.signature());
    }
}
