package de.digitallotsen.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.report.PublicFigures;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Describes the open figures for portals that collect such data, as DCAT-AP.de wants it: title, publisher, licence,
 * area, period and files. Addresses of vocabularies are names; nobody calls them.
 */
@ApplicationScoped
class OpenFigures {

    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final String THEME = "http://publications.europa.eu/resource/authority/data-theme/";
    private static final String GEOCODING = "http://dcat-ap.de/def/politicalGeocoding/";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OpenDataSettings settings;
    private final PublicInformation operator;

    OpenFigures(OpenDataSettings settings, PublicInformation operator) {
        this.settings = settings;
        this.operator = operator;
    }

    String title() {
        return Messages.text("open-data.title");
    }

    String publisher() {
        return settings.publisher();
    }

    String licence() {
        return settings.licence();
    }

    String licenceName() {
        return settings.licenceName();
    }

    /** Who is to be named by whoever uses the figures. */
    String attribution() {
        return Messages.text("open-data.attribution", "publisher", publisher());
    }

    /** In one line, for a file. */
    String words() {
        return title() + "; Herausgeber: " + publisher() + "; Lizenz: " + licenceName() + "; Namensnennung: "
                + attribution();
    }

    /**
     * As JSON-LD.
     *
     * @param figures of which the period and the instant are told
     * @param base the address of the portal, without a slash at its end
     */
    Map<String, Object> description(PublicFigures.Figures figures, String base) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@context", context());
        dataset.put("@id", base + "/zahlen");
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:title", german(title()));
        dataset.put("dct:description", german(Messages.text("open-data.description")));
        dataset.put("dct:identifier", base + "/zahlen");
        dataset.put("dct:publisher", Map.of("@type", "foaf:Organization", "foaf:name", publisher()));
        dataset.put("dcat:contactPoint", contact());
        settings.contributorId().ifPresent(id -> dataset.put("dcatde:contributorID", reference(id)));
        dataset.put("dcat:keyword", List.of(german("Digitalisierung"), german("Kommunen"), german("Fortbildung")));
        dataset.put("dcat:theme", List.of(reference(THEME + "GOVE"), reference(THEME + "EDUC")));
        dataset.put("dct:language", reference("http://publications.europa.eu/resource/authority/language/DEU"));
        dataset.put("dct:spatial", reference(GEOCODING + "stateKey/03"));
        dataset.put("dcatde:politicalGeocodingURI", reference(GEOCODING + "stateKey/03"));
        dataset.put("dcatde:politicalGeocodingLevelURI", reference(GEOCODING + "Level/state"));
        dataset.put("dct:temporal", period(figures));
        dataset.put("dct:modified", typed("xsd:dateTime", figures.at()));
        dataset.put(
                "dct:accrualPeriodicity",
                reference("http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT"));
        dataset.put("dcat:landingPage", reference(base + "/zahlen"));
        String data = base + "/api/v1/figures";
        dataset.put(
                "dcat:distribution",
                List.of(
                        distribution(base, data + ".csv", "CSV", "text/csv"),
                        distribution(base, data + ".xlsx", "XLSX", SHEET),
                        distribution(base, data, "JSON", "application/json")));
        return dataset;
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("dcatde", "http://dcat-ap.de/def/dcatde/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }

    private Map<String, Object> contact() {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("@type", "vcard:Organization");
        contact.put("vcard:fn", operator.name());
        if (operator.email().contains("@")) {
            contact.put("vcard:hasEmail", reference("mailto:" + operator.email()));
        }
        return contact;
    }

    private static Map<String, Object> period(PublicFigures.Figures figures) {
        Map<String, Object> period = new LinkedHashMap<>();
        period.put("@type", "dct:PeriodOfTime");
        period.put("dcat:startDate", typed("xsd:date", figures.period().firstDay()));
        period.put("dcat:endDate", typed("xsd:date", figures.period().lastDay()));
        return period;
    }

    private Map<String, Object> distribution(String base, String address, String format, String type) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("@id", address);
        file.put("@type", "dcat:Distribution");
        file.put("dct:title", german(title() + " (" + format + ")"));
        file.put("dcat:accessURL", reference(base + "/zahlen"));
        file.put("dcat:downloadURL", reference(address));
        file.put("dct:format", reference(FILE_TYPE + format));
        file.put("dcat:mediaType", reference(MEDIA_TYPE + type));
        file.put("dct:license", reference(licence()));
        file.put("dcatde:licenseAttributionByText", german(attribution()));
        return file;
    }

    private static Map<String, Object> german(String text) {
        return ordered("@value", text, "@language", "de");
    }

    private static Map<String, Object> typed(String type, Object value) {
        return ordered("@value", value.toString(), "@type", type);
    }

    private static Map<String, Object> reference(String address) {
        return ordered("@id", address);
    }

    private static Map<String, Object> ordered(String... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
