package de.digitallotsen.shared.web;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The description of the interface describes the interface: pages for people are none of it. */
@OpenApiFilter
public class InterfaceDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        List.copyOf(description.getPaths().getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith(ErrorAnswer.INTERFACE_PATH))
                .forEach(description.getPaths()::removePathItem);
    }
}
