package org.peekplatform.server.upload;

import java.util.List;
import org.peekplatform.core.problem.Problem;

/** What became of an upload. */
public sealed interface UploadOutcome {
    record Accepted(Upload upload) implements UploadOutcome {}

    /** Nothing was kept. */
    record Refused(List<Problem> problems) implements UploadOutcome {}

    /** More bytes came than an archive may have; reading was stopped. */
    record TooLarge(long limit) implements UploadOutcome {}
}
