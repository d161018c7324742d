package de.digitallotsen.shared.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Extensible;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Lists in the description of the interface. What answers JSON and lists at one address is one operation there;
 * programs ask for a list by an address of its own ({@link ListAddresses}), so it is described there.
 */
class ListDescription {

    private static final String OK = "200";
    private static final Set<String> PAGE = Set.of("page", "size");

    private final OpenAPI description;

    ListDescription(OpenAPI description) {
        this.description = description;
    }

    void giveListsTheirAddresses() {
        Map.copyOf(description.getPaths().getPathItems())
                .forEach((path, item) -> Map.copyOf(item.getOperations())
                        .forEach((method, operation) -> giveAddress(path, method, operation)));
        // What stands at a method with a tag is taken for the tag's as well.
        description.getTags().forEach(ListDescription::withoutMarks);
        description.getComponents().removeSchema(Table.class.getSimpleName());
        description.getComponents().removeSchema(Tables.class.getSimpleName());
    }

    private void giveAddress(String path, HttpMethod method, Operation both) {
        List<String> types = listTypes(both);
        if (types.isEmpty()) {
            return;
        }
        boolean alone = types.size() == content(both).getMediaTypes().size();
        item(path + ".{ending}").setOperation(method, list(both, types, alone));
        List<Parameter> all = parameters(both);
        if (alone) {
            item(path).setOperation(method, null);
            if (item(path).getOperations().isEmpty()) {
                description.getPaths().removePathItem(path);
            }
        } else {
            types.forEach(content(both)::removeMediaType);
            withoutList(both);
        }
        all.forEach(ListDescription::withoutMarks);
    }

    private PathItem item(String path) {
        if (!description.getPaths().hasPathItem(path)) {
            description.getPaths().addPathItem(path, OASFactory.createPathItem());
        }
        return description.getPaths().getPathItem(path);
    }

    private static Content content(Operation operation) {
        return operation.getResponses().getAPIResponse(OK).getContent();
    }

    private static List<String> listTypes(Operation operation) {
        APIResponses answers = operation.getResponses();
        return answers == null || !answers.hasAPIResponse(OK) || content(operation) == null
                ? List.of()
                : content(operation).getMediaTypes().keySet().stream()
                        .filter(type -> !ListAddresses.endings(List.of(type)).isEmpty())
                        .toList();
    }

    private static Operation list(Operation both, List<String> types, boolean alone) {
        List<Parameter> parameters = new ArrayList<>(List.of(ending(types)));
        for (Parameter parameter : parameters(both)) {
            if (!PAGE.contains(parameter.getName()) && !parameter.hasExtension(InterfaceDescription.NOT_LIST)) {
                parameters.add(parameter);
            }
        }
        return OASFactory.createOperation()
                .summary(alone ? both.getSummary() : text(both, InterfaceDescription.LIST))
                .description(alone ? both.getDescription() : text(both, InterfaceDescription.LIST_DESCRIPTION))
                .tags(
                        both.getTags().contains(InterfaceDescription.LISTS)
                                ? List.of(InterfaceDescription.LISTS)
                                : both.getTags())
                .parameters(parameters)
                .requestBody(both.getRequestBody())
                .responses(responses(both, types))
                .security(both.getSecurity());
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : List.copyOf(operation.getParameters());
    }

    private static String text(Extensible<?> described, String name) {
        return String.valueOf(described.getExtension(name));
    }

    private static Parameter ending(List<String> types) {
        String endings = String.join("|", ListAddresses.endings(types)).replace(".", "");
        return OASFactory.createParameter()
                .name("ending")
                .in(Parameter.In.PATH)
                .required(true)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .pattern(endings));
    }

    private static APIResponses responses(Operation both, List<String> types) {
        Content files = OASFactory.createContent();
        types.forEach(type -> files.addMediaType(type.replaceAll(";.*", ""), OASFactory.createMediaType()));
        APIResponses responses = OASFactory.createAPIResponses();
        both.getResponses()
                .getAPIResponses()
                .forEach((status, response) -> responses.addAPIResponse(
                        status,
                        OK.equals(status)
                                ? OASFactory.createAPIResponse()
                                        .description(response.getDescription())
                                        .content(files)
                                : response));
        return responses;
    }

    private static void withoutList(Operation both) {
        both.setTags(both.getTags().stream()
                .filter(tag -> !InterfaceDescription.LISTS.equals(tag))
                .toList());
        parameters(both).stream()
                .filter(parameter -> parameter.hasExtension(InterfaceDescription.LIST))
                .forEach(both::removeParameter);
        withoutMarks(both);
    }

    private static void withoutMarks(Extensible<?> described) {
        List.of(InterfaceDescription.LIST, InterfaceDescription.LIST_DESCRIPTION, InterfaceDescription.NOT_LIST)
                .forEach(described::removeExtension);
    }
}
