package org.peekplatform.server.node;

import java.io.IOException;
import java.nio.file.Path;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.WantedSet;
import org.peekplatform.runtime.sync.Centre;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.instance.InstanceBook;

/** The centre as the server's own instance sees it: in the same house, and with candidates. */
final class LocalCentre implements Centre {
    private final Catalogue catalogue;
    private final Archives archives;
    private final InstanceBook instances;

    LocalCentre(Catalogue catalogue, Archives archives, InstanceBook instances) {
        this.catalogue = catalogue;
        this.archives = archives;
        this.instances = instances;
    }

    @Override
    public long report(InstanceReport report) {
        instances.take(report);
        return catalogue.revision();
    }

    @Override
    public WantedSet wanted() {
        return catalogue.wantedOfServer();
    }

    @Override
    public void fetch(String sha256, Path target) throws IOException {
        archives.copy(sha256, target);
    }
}
