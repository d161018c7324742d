package de.digitallotsen.audit.web;

import de.digitallotsen.audit.AuditChain;
import de.digitallotsen.audit.AuditExport;
import de.digitallotsen.audit.AuditTrail;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail for programs (R26). */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Protokoll", description = "Wer hat wann was geändert (R26)")
public class AuditResource {

    private final AuditTrail trail;
    private final AuditChain chain;
    private final AuditExport export;
    private final CurrentUser user;

    AuditResource(AuditTrail trail, AuditChain chain, AuditExport export, CurrentUser user) {
        this.trail = trail;
        this.chain = chain;
        this.export = export;
        this.user = user;
    }

    @GET
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(
            summary = "Einträge",
            description = "Neueste zuerst. Tage in Europe/Berlin, beide eingeschlossen. Ohne Namen von Teilnehmenden."
                    + " number zählt ohne Lücke und kommt mit dem Siegel; bis dahin fehlt es.")
    public Page<AuditTrail.Line> find(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("action") @Parameter(example = "registration.confirmed") String action,
            @QueryParam("subjectType") @Parameter(example = "registration") String subjectType,
            @QueryParam("subjectId") String subjectId,
            @QueryParam("actorId")
                    @Parameter(extensions = @Extension(name = InterfaceDescription.NOT_LIST, value = "true"))
                    String actorId,
            @QueryParam("person") String person,
            @QueryParam("number") @Parameter(description = "Nummer des Eintrags, auch die frühere") String number,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        return trail.find(
                user.actor(),
                new AuditTrail.Filter(
                        Params.day("from", from),
                        Params.day("to", to),
                        blankToNull(action),
                        blankToNull(subjectType),
                        blankToNull(subjectId),
                        Params.longNumber("actorId", actorId),
                        blankToNull(person),
                        Params.longNumber("number", number)),
                Params.page(page, size));
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Protokoll als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen; dieselben Filter" + " wie beim Lesen.")
    public Table list(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("action") String action,
            @QueryParam("subjectType") String subjectType,
            @QueryParam("subjectId") String subjectId,
            @QueryParam("person") String person,
            @QueryParam("number") String number) {
        AuditTrail.Filter filter = new AuditTrail.Filter(
                Params.day("from", from),
                Params.day("to", to),
                blankToNull(action),
                blankToNull(subjectType),
                blankToNull(subjectId),
                null,
                blankToNull(person),
                Params.longNumber("number", number));
        String words = Pager.query(
                "from",
                from,
                "to",
                to,
                "action",
                action,
                "subjectType",
                subjectType,
                "subjectId",
                subjectId,
                "person",
                person,
                "number",
                number);
        return AuditTable.of(
                trail.find(user.actor(), filter, Page.Request.everything()).items(), words);
    }

    @GET
    @Path("/chain")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(
            summary = "Siegelkette prüfen",
            description =
                    "Rechnet die Siegel aus den Einträgen nach: Entfernte und veränderte Einträge werden sichtbar.")
    public AuditChain.Result chain() {
        return chain.check(user.actor());
    }

    @GET
    @Path("/chain")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Protokoll mit Siegeln als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "Jeder versiegelte Eintrag, wie er versiegelt wurde, und jedes Siegel; als CSV zu prüfen ohne das"
                    + " Portal mit audit-verify oder nach docs/audit-chain.md.")
    public Table sealed() {
        return AuditTable.sealed(export.rows(user.actor()));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
