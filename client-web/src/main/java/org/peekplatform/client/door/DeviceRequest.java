package org.peekplatform.client.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request that knows who sent it. */
final class DeviceRequest extends HttpServletRequestWrapper {
    private final DevicePrincipal principal;

    DeviceRequest(HttpServletRequest request, DevicePrincipal principal) {
        super(request);
        this.principal = principal;
    }

    @Override
    public Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public String getRemoteUser() {
        return principal.getName();
    }

    @Override
    public boolean isUserInRole(String role) {
        return principal.session().user().roles().contains(role);
    }
}
