package org.peekplatform.maven.archive;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor.BuiltWith;
import org.peekplatform.maven.descriptor.Provider;

/**
 * All that an archive is made from.
 *
 * @param version of the Maven project, used when the descriptor has none
 * @param output compiled classes and resources, by path
 * @param webapps files for the web archives, such as {@code WEB-INF/web.xml}, by service
 * @param ui built pages, by path below {@code ui/}
 * @param types TypeScript declarations for the pages of others, by path below {@code types/}
 * @param providers other plugins among the dependencies
 */
public record PluginSource(
        String version,
        SortedMap<String, byte[]> output,
        Map<Service, SortedMap<String, byte[]>> webapps,
        SortedMap<String, byte[]> ui,
        SortedMap<String, byte[]> types,
        List<Provider> providers,
        BuiltWith builtWith) {}
