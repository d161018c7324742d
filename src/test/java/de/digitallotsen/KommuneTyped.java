package de.digitallotsen;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

/** What people put into a cell „Kommune“, and what it means in every list alike (R37, R39). */
public final class KommuneTyped {

    private KommuneTyped() {}

    /** With certainty: as typed, and how the Kommune is called. */
    public static Stream<Arguments> certain() {
        String langenhagen = "Stadt Langenhagen";
        String zellerfeld = "Berg- und Universitätsstadt Clausthal-Zellerfeld";
        String grossenkneten = "Gemeinde Großenkneten";
        return Stream.of(
                arguments("032410010010", langenhagen),
                arguments("32410010010", langenhagen),
                arguments("'032410010010", langenhagen),
                arguments("\u2019032410010010", langenhagen),
                arguments("\u00b4 032410010010", langenhagen),
                arguments("03\u00a0241\u202f0010\u2009010", langenhagen),
                arguments("\u200e032410010010\u200b", langenhagen),
                arguments("\uff10\uff13\uff12\uff14\uff11\uff10\uff10\uff11\uff10\uff10\uff11\uff10", langenhagen),
                arguments("32410010010,00", langenhagen),
                arguments("03241010", langenhagen),
                arguments("3241010", langenhagen),
                arguments("'3241010", langenhagen),
                arguments("03459", "Landkreis Osnabrück"),
                arguments("3459", "Landkreis Osnabrück"),
                arguments("Stadt Langenhagen", langenhagen),
                arguments("Langenhagen", langenhagen),
                arguments("LANGENHAGEN", langenhagen),
                arguments("stadt  langenhagen", langenhagen),
                arguments("Stadt\u00a0Langenhagen", langenhagen),
                arguments("Langenhagen, Stadt", langenhagen),
                arguments("Langenhagen,Stadt", langenhagen),
                arguments("Langenhagen Stadt", langenhagen),
                arguments("Langenhagen (Stadt)", langenhagen),
                arguments("Langen\u00adhagen", langenhagen),
                arguments("\u202fLangenhagen\u200b", langenhagen),
                arguments("Clausthal-Zellerfeld", zellerfeld),
                arguments("Clausthal\u2011Zellerfeld", zellerfeld),
                arguments("Clausthal\u2013Zellerfeld", zellerfeld),
                arguments("Clausthal \u2212 Zellerfeld", zellerfeld),
                arguments("Clausthal-Zellerfeld, Berg\u2010 und Universitätsstadt", zellerfeld),
                arguments("Grossenkneten", grossenkneten),
                arguments("GROSSENKNETEN", grossenkneten),
                arguments("GRO\u1e9eENKNETEN", grossenkneten),
                arguments("Grossenkneten, Gemeinde", grossenkneten),
                arguments("Stadt Go\u0308ttingen", "Stadt Göttingen"),
                arguments("Go\u0308ttingen, Landkreis", "Landkreis Göttingen"),
                arguments("Sottrum, Samtgemeinde", "Samtgemeinde Sottrum"),
                arguments("Region Hannover", "Region Hannover"),
                arguments("Hannover, Landeshauptstadt", "Landeshauptstadt Hannover"),
                // Its Mitgliedsgemeinde of the same name takes part through it: either way it is this one.
                arguments("Sottrum", "Samtgemeinde Sottrum"));
    }

    /** Not with certainty: as typed, and what is said about it. */
    public static Stream<Arguments> uncertain() {
        return Stream.of(
                arguments("Osnabrück", "kann mehrere meinen: „Landkreis Osnabrück“, „Stadt Osnabrück“"),
                arguments("OSNABRU\u0308CK", "„Landkreis Osnabrück“, „Stadt Osnabrück“"),
                arguments("Burgdorf", "„Gemeinde Burgdorf“ (über Samtgemeinde Baddeckenstedt), „Stadt Burgdorf“"),
                arguments("Osnabruck", "„Osnabruck“ ist keine Kommune"),
                arguments("Stadt Gottingen", "„Stadt Gottingen“ ist keine Kommune"),
                arguments("Lángenhagen", "„Lángenhagen“ ist keine Kommune"),
                arguments("Clausthalzellerfeld", "ist keine Kommune"),
                arguments("Atlantis", "„Atlantis“ ist keine Kommune"),
                arguments("099999999999", "Den Schlüssel „099999999999“ gibt es im Register nicht"),
                arguments("0324100100", "Den Schlüssel „0324100100“ gibt es im Register nicht"),
                arguments("3,2410010010E+10", "Excel lässt bei Zahlen Ziffern weg"));
    }
}
