package de.digitallotsen.report.web;

import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.report.Coverage;
import de.digitallotsen.report.SizeClass;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import jakarta.ws.rs.QueryParam;

/** Which Kommunen, as it stands in the address. */
public class CoverageQuery {

    @QueryParam("zeitraum")
    String period;

    @QueryParam("kreis")
    String region;

    @QueryParam("art")
    String type;

    @QueryParam("groesse")
    String size;

    @QueryParam("dabei")
    String takesPart;

    /** Those who have not taken part yet, unless asked otherwise. */
    Coverage.Filter filter() {
        String ags = Input.clean(region);
        return new Coverage.Filter(
                ags,
                Params.choice("art", type, KommuneType.class),
                Params.choice("groesse", size, SizeClass.class),
                "alle".equals(takesPart) ? null : Boolean.TRUE.equals(Params.flag("dabei", takesPart)));
    }

    String[] parameters() {
        return new String[] {"zeitraum", period, "kreis", region, "art", type, "groesse", size, "dabei", takesPart};
    }

    /** The filter without the period, to choose another one. */
    String keep() {
        return Pager.query("kreis", region, "art", type, "groesse", size, "dabei", takesPart);
    }

    String words() {
        return Pager.query(
                "Kreis",
                region,
                "Art",
                type,
                "Größe",
                size,
                "Teilnahme",
                takesPart == null || takesPart.isBlank() ? "nein" : takesPart);
    }
}
