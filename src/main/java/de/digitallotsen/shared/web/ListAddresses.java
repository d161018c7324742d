package de.digitallotsen.shared.web;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A list has one address and three answers: {@code /buchungen.csv} and {@code /buchungen.xlsx} are {@code /buchungen},
 * asked for as a file. The page or resource answers a {@link Table} there, whatever else it answers.
 */
public class ListAddresses {

    private static final Map<String, String> TYPES = Map.of(".csv", Table.CSV_TYPE, ".xlsx", Table.XLSX_TYPE);
    private static final String ASKED = "list";

    /** An address that ends like a list. */
    static boolean isOne(String path) {
        return TYPES.keySet().stream().anyMatch(ending -> leadsTo(path, ending));
    }

    private static boolean leadsTo(String path, String ending) {
        return path.endsWith(ending) && !path.endsWith("/" + ending);
    }

    /** Of the addresses of what produces these types, beside the one without. */
    static List<String> endings(List<String> produced) {
        return TYPES.keySet().stream()
                .filter(ending -> produced.stream().anyMatch(type -> type.startsWith(TYPES.get(ending))))
                .sorted()
                .toList();
    }

    @ServerRequestFilter(preMatching = true)
    void leadToThePage(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        String path = address.getRequestUri().getRawPath();
        TYPES.forEach((ending, type) -> {
            if (leadsTo(path, ending)) {
                request.setRequestUri(address.getRequestUriBuilder()
                        .replacePath(path.substring(0, path.length() - ending.length()))
                        .build());
                request.getHeaders().putSingle(HttpHeaders.ACCEPT, type);
                request.setProperty(ASKED, ending);
            }
        });
    }

    /** What answers no list of this kind would answer its page instead. */
    @ServerRequestFilter
    void refuseWhatIsNoList(ContainerRequestContext request, ResourceInfo answers) {
        Object asked = request.getProperty(ASKED);
        Produces produces = answers.getResourceMethod().getAnnotation(Produces.class);
        if (asked != null
                && (produces == null || !endings(List.of(produces.value())).contains(asked))) {
            throw new NotFoundException();
        }
    }
}
