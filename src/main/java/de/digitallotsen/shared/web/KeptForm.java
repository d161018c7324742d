package de.digitallotsen.shared.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Keeps what was typed into a form while its sender signs in again. */
@ApplicationScoped
public class KeptForm {

    Response.ResponseBuilder askToSignIn(RoutingContext request) {
        return Response.status(401);
    }
}
