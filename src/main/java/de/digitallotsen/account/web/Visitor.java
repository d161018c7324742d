package de.digitallotsen.account.web;

import de.digitallotsen.account.Visit;
import de.digitallotsen.shared.web.PublicInformation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** From where a request came, and under which address its sender sees the portal. */
@Singleton
class Visitor {

    /** A proxy handed on something that is no address: all of these share one brake. */
    private static final String NO_ADDRESS = "no-address";

    private final PublicInformation information;

    Visitor(PublicInformation information) {
        this.information = information;
    }

    static String address(RoutingContext request) {
        String address = request.request().remoteAddress() == null
                ? null
                : request.request().remoteAddress().hostAddress();
        return address == null ? NO_ADDRESS : address;
    }

    /** Of a browser that signs in. */
    static Visit visit(RoutingContext request) {
        return new Visit(
                address(request),
                DeviceNames.of(request.request().getHeader("User-Agent")),
                true,
                SessionCookies.read(request, SessionCookies.DEVICE));
    }

    /** Without a slash at its end. In production the public address, whatever the request says. */
    String portal(RoutingContext request) {
        return information.isPublic()
                ? information.publicUrl()
                : request.request().scheme() + "://" + request.request().authority();
    }
}
