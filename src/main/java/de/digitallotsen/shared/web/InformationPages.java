package de.digitallotsen.shared.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The pages that stand in every footer. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class InformationPages {

    private final PublicInformation information;

    InformationPages(PublicInformation information) {
        this.information = information;
    }

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccessibilityPage(PublicInformation operator) implements TemplateInstance {}

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImprintPage(PublicInformation operator) implements TemplateInstance {}

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PrivacyPage(PublicInformation operator) implements TemplateInstance {}

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HelpPage(PublicInformation operator) implements TemplateInstance {}

    @GET
    @Path("barrierefreiheit")
    public TemplateInstance accessibility() {
        return new AccessibilityPage(information);
    }

    @GET
    @Path("impressum")
    public TemplateInstance imprint() {
        return new ImprintPage(information);
    }

    @GET
    @Path("datenschutz")
    public TemplateInstance privacy() {
        return new PrivacyPage(information);
    }

    @GET
    @Path("hilfe")
    public TemplateInstance help() {
        return new HelpPage(information);
    }
}
