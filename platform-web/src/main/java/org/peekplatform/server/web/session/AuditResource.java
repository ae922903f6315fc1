package org.peekplatform.server.web.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.audit.AuditEntry;
import org.peekplatform.server.audit.AuditTrail;

/** Who did what, newest first. */
@Path("audit")
@RequestScoped
@RolesAllowed(Account.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what")
public class AuditResource {
    @Inject
    AuditTrail audit;

    @GET
    @Operation(summary = "The newest entries")
    public List<AuditEntry> newest(@QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return audit.newest(limit);
    }
}
