package org.peekplatform.runtime.part;

import jakarta.enterprise.util.AnnotationLiteral;
import org.peekplatform.api.PublishedApi;

final class PublishedApiLiteral extends AnnotationLiteral<PublishedApi> implements PublishedApi {
    private static final long serialVersionUID = 1L;
}
