package org.peekplatform.server.web.page;

import java.util.Map;

/** Modules that plugins add to an app's import map. Asked for with each page, so answer from memory. */
public interface UiModules {
    /**
     * @param app {@code admin}, {@code mobile} or {@code desktop}
     * @return specifier, which begins with {@code @peek/}, to address on this server
     */
    Map<String, String> imports(String app);

    /**
     * @param app {@code admin}, {@code mobile} or {@code desktop}
     * @return address to {@code sha384-…}
     */
    Map<String, String> integrity(String app);
}
