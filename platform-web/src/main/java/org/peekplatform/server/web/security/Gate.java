package org.peekplatform.server.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Decides on a request, of whichever web archive. Thread-safe; reads the request's head, never its body. */
public interface Gate {
    Decision check(HttpServletRequest request);
}
