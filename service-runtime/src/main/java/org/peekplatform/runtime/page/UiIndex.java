package org.peekplatform.runtime.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the front end's build says about the files of an app; all addresses are absolute paths.
 *
 * @param angular version that plugins must be built with
 * @param imports specifier to address
 * @param integrity address to {@code sha384-…}
 * @param preload addresses that the first page needs in any case
 * @param entry address of the app's first module
 * @param styles addresses of style sheets
 * @param styleIntegrity address of a style sheet to {@code sha384-…}; import maps know modules only
 * @param icon address of the app's icon
 */
public record UiIndex(
        String angular,
        Map<String, String> imports,
        Map<String, String> integrity,
        List<String> preload,
        String entry,
        List<String> styles,
        Map<String, String> styleIntegrity,
        String icon) {
    public UiIndex {
        imports = Map.copyOf(imports);
        integrity = Map.copyOf(integrity);
        preload = List.copyOf(preload);
        styles = List.copyOf(styles);
        styleIntegrity = Map.copyOf(styleIntegrity);
    }

    /** The same files, served below a context root: {@code /client} makes {@code /client/ui/…} of {@code /ui/…}. */
    public UiIndex below(String root) {
        return new UiIndex(
                angular,
                values(imports, root),
                keys(integrity, root),
                preload.stream().map(root::concat).toList(),
                root + entry,
                styles.stream().map(root::concat).toList(),
                keys(styleIntegrity, root),
                root + icon);
    }

    private static Map<String, String> values(Map<String, String> addresses, String root) {
        Map<String, String> moved = new TreeMap<>(addresses);
        moved.replaceAll((name, address) -> root + address);
        return moved;
    }

    private static Map<String, String> keys(Map<String, String> digests, String root) {
        Map<String, String> moved = new TreeMap<>();
        digests.forEach((address, digest) -> moved.put(root + address, digest));
        return moved;
    }

    /** With the modules of plugins. What is the platform's own stays so: no plugin replaces it. */
    public UiIndex with(Map<String, String> moreImports, Map<String, String> moreIntegrity) {
        Map<String, String> allImports = new TreeMap<>(moreImports);
        allImports.keySet().removeIf(specifier -> !specifier.startsWith("@peek/"));
        allImports.putAll(imports);
        Map<String, String> allIntegrity = new TreeMap<>(moreIntegrity);
        allIntegrity.putAll(integrity);
        return new UiIndex(angular, allImports, allIntegrity, preload, entry, styles, styleIntegrity, icon);
    }
}
