package org.peekplatform.server.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** The request with its caller, for servlets and JAX-RS behind the gate. */
public final class CallerRequest extends HttpServletRequestWrapper {
    private final Caller caller;

    public CallerRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
        request.setAttribute(Caller.ATTRIBUTE, caller);
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public String getRemoteUser() {
        return caller.name();
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }
}
