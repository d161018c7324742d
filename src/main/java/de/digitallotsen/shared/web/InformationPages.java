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

    /** Who runs the portal, for the templates. */
    public record Operator(
            String name,
            String address,
            String representedBy,
            String email,
            String phone,
            String dataProtectionOfficer) {
        static Operator of(PublicInformation i) {
            return new Operator(
                    i.name(), i.address(), i.representedBy(), i.email(), i.phone(), i.dataProtectionOfficer());
        }
    }

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccessibilityPage(Operator operator) implements TemplateInstance {}

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImprintPage(Operator operator) implements TemplateInstance {}

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PrivacyPage(Operator operator) implements TemplateInstance {}

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HelpPage(Operator operator) implements TemplateInstance {}

    @GET
    @Path("barrierefreiheit")
    public TemplateInstance accessibility() {
        return new AccessibilityPage(Operator.of(information));
    }

    @GET
    @Path("impressum")
    public TemplateInstance imprint() {
        return new ImprintPage(Operator.of(information));
    }

    @GET
    @Path("datenschutz")
    public TemplateInstance privacy() {
        return new PrivacyPage(Operator.of(information));
    }

    @GET
    @Path("hilfe")
    public TemplateInstance help() {
        return new HelpPage(Operator.of(information));
    }
}
