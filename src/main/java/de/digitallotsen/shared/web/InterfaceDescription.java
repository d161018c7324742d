package de.digitallotsen.shared.web;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * The description of the interface describes the interface: pages for people are none of it. A list stands under the
 * addresses that it is asked for by ({@link ListDescription}).
 */
@OpenApiFilter
public class InterfaceDescription implements OASFilter {

    /** The tag of lists. */
    public static final String LISTS = "Listen";
    /** The summary of a list that is the second answer of its address; at a parameter: only the list knows it. */
    public static final String LIST = "x-list";
    /** Its description. */
    public static final String LIST_DESCRIPTION = "x-list-description";
    /** At a parameter that the list does not know. */
    public static final String NOT_LIST = "x-not-list";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        List.copyOf(description.getPaths().getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith(ErrorAnswer.INTERFACE_PATH))
                .forEach(description.getPaths()::removePathItem);
        new ListDescription(description).giveListsTheirAddresses();
    }
}
