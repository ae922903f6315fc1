package org.peekplatform.runtime.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Bodies that nobody gathers beforehand, because they are large: each holds a worker thread for as long as it takes. Few at a
 * time, so that slow ones leave threads for everybody else; for those whom the gate has let in, so that no stranger takes a place.
 */
public final class LargeBodies {
    /** Of this service; static because the filters of plugins' archives share it. */
    public static final LargeBodies OF_SERVICE = new LargeBodies(4);

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH");

    private final Semaphore places;

    LargeBodies(int places) {
        this.places = new Semaphore(places);
    }

    /** Goes on with the request, unless its body is large and all places are taken. */
    public void pass(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!readsLarge(request)) {
            chain.doFilter(request, response);
        } else if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            answer.setHeader("Retry-After", "10");
            answer.setContentType("application/problem+json");
            answer.getOutputStream()
                    .write(("{\"status\":503,\"code\":\"PEEK-4272\",\"detail\":\"As many large uploads as may be are"
                                    + " under way. Nothing was read. Try again in a moment.\"}")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean readsLarge(ServletRequest request) {
        long length = request.getContentLengthLong();
        return length > BodyIntake.LARGEST || length < 0 && hasBody((HttpServletRequest) request);
    }

    /** HTTP/2 does not say beforehand whether a body comes. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null
                || request.getProtocol().startsWith("HTTP/2") && CHANGES.contains(request.getMethod());
    }
}
