package org.peekplatform.server.web.plugin;

import org.peekplatform.server.upload.Upload;

/** A checked archive that waits for the administrator's word. */
public record UploadView(String id, String plugin, String version, String sha256, long size, PlanView plan) {
    static UploadView of(Upload upload) {
        return new UploadView(
                upload.id(),
                upload.descriptor().id(),
                upload.descriptor().version(),
                upload.sha256(),
                upload.size(),
                PlanView.of(upload.plan()));
    }
}
