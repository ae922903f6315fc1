package org.peekplatform.maven.descriptor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.peekplatform.api.Service;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.scan.ClassSet;
import org.peekplatform.maven.scan.ScannedClass;

/**
 * The interfaces that the beans of one part publish.
 *
 * @param interfaces class names, sorted
 */
public record PublishedSearch(List<String> interfaces, List<Problem> problems) {
    private static final String PUBLISHED_API = "org/peekplatform/api/PublishedApi";

    public PublishedSearch {
        interfaces = List.copyOf(interfaces);
        problems = List.copyOf(problems);
    }

    /**
     * @param part classes of the part
     * @param all classes of the plugin
     * @param exposed whether a package, with slashes, is exposed
     */
    public static PublishedSearch in(
            Service service, Collection<ScannedClass> part, ClassSet all, Predicate<String> exposed) {
        List<Problem> problems = new ArrayList<>();
        TreeSet<String> interfaces = new TreeSet<>();
        for (ScannedClass bean : part) {
            if (!bean.annotations().contains(PUBLISHED_API)) {
                continue;
            }
            List<String> own = all.above(bean).stream()
                    .filter(name -> all.find(name)
                            .filter(ScannedClass::isInterface)
                            .filter(type -> exposed.test(type.packagePath()))
                            .isPresent())
                    .toList();
            own.forEach(name -> interfaces.add(name.replace('/', '.')));
            if (own.isEmpty()) {
                problems.add(nothing(bean));
            }
        }
        return service == Service.WORKER
                ? new PublishedSearch(List.of(), problems)
                : new PublishedSearch(List.copyOf(interfaces), problems);
    }

    private static Problem nothing(ScannedClass bean) {
        return new Problem(
                "PEEK-2305",
                bean.name().replace('/', '.')
                        + " is annotated @PublishedApi but implements no interface of an exposed package."
                        + " Nobody could inject it; no archive was written. Move its interface to the package server, client or"
                        + " agent, or take the annotation away.");
    }
}
