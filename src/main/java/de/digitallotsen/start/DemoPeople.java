package de.digitallotsen.start;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import de.digitallotsen.account.CreateDemoAccount;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import jakarta.inject.Singleton;

/** Who appears in the demo: real Kommunen, their personnel staff, and invented people who are registered. */
@Singleton
class DemoPeople {

    private static final List<String> FIRST_NAMES = List.of(
            "Anke",
            "Bernd",
            "Cornelia",
            "Dirk",
            "Elif",
            "Frauke",
            "Gesa",
            "Holger",
            "Imke",
            "Jörg",
            "Katrin",
            "Lars",
            "Meike",
            "Nils",
            "Okka",
            "Petra",
            "Renke",
            "Sabine",
            "Thorsten",
            "Uta",
            "Volker",
            "Wiebke",
            "Yasemin",
            "Zoran");
    private static final List<String> LAST_NAMES = List.of(
            "Ahlers",
            "Bruns",
            "Cordes",
            "Dierks",
            "Eilers",
            "Focken",
            "Gerdes",
            "Hinrichs",
            "Ihnen",
            "Janßen",
            "Kück",
            "Lüers",
            "Müller-Heeren",
            "Nordmann",
            "Oltmanns",
            "Poppinga",
            "Quast",
            "Rieken",
            "Schröder",
            "Tjarks",
            "Ubben",
            "Vogelsang",
            "Wübbena",
            "Yıldız",
            "Ziegler");
    private static final List<String> JOBS = List.of(
            "Sachbearbeitung Bürgerbüro",
            "IT-Koordination",
            "Fachdienst Personal",
            "Ordnungsamt",
            "Kämmerei",
            "Stabsstelle Digitalisierung");

    private final Kommunen kommunen;
    private final CreateDemoAccount createAccount;
    private final RegisterParticipant register;
    private final CancelRegistration cancel;

    DemoPeople(
            Kommunen kommunen,
            CreateDemoAccount createAccount,
            RegisterParticipant register,
            CancelRegistration cancel) {
        this.kommunen = kommunen;
        this.createAccount = createAccount;
        this.register = register;
        this.cancel = cancel;
    }

    Actor account(String email, String name, Role role, String ars) {
        return createAccount.handle(email, name, role, ars, DemoData.PASSWORD).asActor();
    }

    /** Kommunen in an order of chance, without those that have a part of their own. */
    List<Kommune> guests(DemoChance chance, List<String> others) {
        List<Kommune> all = new ArrayList<>(kommunen.list(
                "type in (EINHEITSGEMEINDE, SAMTGEMEINDE, KREISFREIE_STADT, LANDKREIS) and ars not in ?1 order by ars",
                others));
        chance.shuffle(all);
        return all;
    }

    /** Registers somebody invented; its reference. */
    String register(DemoChance chance, Actor actor, long seminarId, Kommune kommune) {
        return register(chance, actor, seminarId, kommune.ars(), slug(kommune));
    }

    /** The same with the part of the address that stands for the Kommune. */
    String register(DemoChance chance, Actor actor, long seminarId, String ars, String slug) {
        String first = chance.pick(FIRST_NAMES);
        String last = chance.pick(LAST_NAMES);
        String address =
                (fold(first) + "." + fold(last) + chance.below(90) + "@" + slug + ".example").toLowerCase(Locale.ROOT);
        Participant.Details person = new Participant.Details(first, last, address, chance.pick(JOBS), null);
        return register.handle(
                actor, new RegisterParticipant.Command(new Application(seminarId, person, true, ars), null));
    }

    void cancel(Actor actor, String reference) {
        cancel.handle(actor, reference);
    }

    private static String slug(Kommune kommune) {
        return fold(kommune.name()).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    }

    private static String fold(String name) {
        String folded = name.toLowerCase(Locale.GERMANY)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ı", "i");
        return Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
