package org.peekplatform.server.web.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.peekplatform.server.web.problem.Problem;

/** Runs in the build and adds what holds for every operation: how to sign in, and what a refusal looks like. */
public class CommonAnswers implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String REASON = "Reason";
    private static final String SESSION = "session";
    private static final String PASSWORD = "password";
    private static final String REFUSED = "refused";

    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref("#/components/responses/" + REFUSED));
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSchema(PROBLEM, problem())
                .addSchema(REASON, reason())
                .addResponse(REFUSED, refused())
                .addSecurityScheme(
                        SESSION,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("peek-session")
                                .description("Set by POST /api/v1/session. What changes something carries the header"
                                        + " X-Peek-Csrf as well, with the csrf of GET /api/v1/session."))
                .addSecurityScheme(
                        PASSWORD,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("Name and password with each call, for command line clients."));
        document.setSecurity(List.of(
                OASFactory.createSecurityRequirement().addScheme(SESSION),
                OASFactory.createSecurityRequirement().addScheme(PASSWORD)));
    }

    private static APIResponse refused() {
        return OASFactory.createAPIResponse()
                .description("Refused or failed. The document says what, which, the consequence and the cure.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema problem() {
        return object(Map.of(
                        "type", text("urn:peek: and the code"),
                        "title", text("The status in words"),
                        "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER),
                        "detail", text("What happened, to which, and what to do"),
                        "code", text("PEEK-nnnn"),
                        "problems",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .description("The single reasons, when there are several")
                                        .items(OASFactory.createSchema().ref("#/components/schemas/" + REASON))))
                .description("A problem document, RFC 9457");
    }

    private static Schema reason() {
        return object(Map.of("code", text("PEEK-nnnn"), "message", text("One of the reasons")));
    }

    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .properties(properties)
                .required(properties.keySet().stream().sorted().toList());
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
