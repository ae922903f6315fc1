package org.peekplatform.client.page;

import java.util.Optional;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.wire.ContentVersion;
import org.peekplatform.runtime.page.UiFiles;
import org.peekplatform.runtime.page.UiIndex;

/** The script of the worker that keeps pages, with the version of the front end whose files it keeps. */
record PageWorker(String script) {

    static Optional<PageWorker> in(UiFiles files) {
        return files.text("page-worker.js")
                .flatMap(text -> files.index("client.json")
                        .map(index -> new PageWorker("const VERSION = '" + version(index) + "';\n" + text)));
    }

    /** The names of the files carry their digests. */
    private static String version(UiIndex index) {
        return ContentVersion.of(Json.write(index.preload()));
    }
}
