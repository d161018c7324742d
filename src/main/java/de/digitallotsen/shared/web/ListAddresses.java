package de.digitallotsen.shared.web;

import java.net.URI;
import java.util.Map;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/**
 * A list has one address and three answers: {@code /buchungen.csv} and {@code /buchungen.xlsx} are {@code /buchungen},
 * asked for as a file. The page or resource answers a {@link Table} there, whatever else it answers.
 */
@Provider
@PreMatching
public class ListAddresses implements ContainerRequestFilter {

    private static final Map<String, String> TYPES = Map.of(".csv", Table.CSV, ".xlsx", Table.XLSX);

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        String path = address.getRequestUri().getRawPath();
        TYPES.forEach((ending, type) -> {
            if (path.endsWith(ending) && path.length() > ending.length() + 1) {
                URI list = address.getRequestUriBuilder()
                        .replacePath(path.substring(0, path.length() - ending.length()))
                        .build();
                request.setRequestUri(list);
                request.getHeaders().putSingle(HttpHeaders.ACCEPT, type);
            }
        });
    }
}
