package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who the directory lets in, and as whom. That its word is genuine is tried against a real Keycloak (-Psso). */
@PortalTest
class SignInByDirectoryTest {

    private static final String ISSUER = "https://verzeichnis.example/realms/land";
    private static final String STAFF = "digitallotsen-kommune";
    private static final String NSI = "digitallotsen-nsi";
    private static final String MINISTRY = "digitallotsen-ministerium";
    private static final Visit VISIT = Visit.from("192.0.2.1");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    SignInByDirectory signIn;

    @Inject
    SignIn byPassword;

    @Inject
    SwitchAccount switchAccount;

    @Inject
    Users users;

    private static SignInByDirectory.Recognised person(String subject, String email, Set<String> groups, String ars) {
        return new SignInByDirectory.Recognised(ISSUER, subject, email, true, "Jörg Öztürk", groups, ars);
    }

    @Test
    void makes_the_account_at_the_first_time_and_finds_it_again_under_another_address() {
        User first = signIn.handle(person("s1", "Joerg@langenhagen.example", Set.of(STAFF), Given.LANGENHAGEN), VISIT)
                .user();
        assertThat(List.of(first.email(), first.name(), first.role(), first.kommuneArs()))
                .containsExactly("Joerg@langenhagen.example", "Jörg Öztürk", Role.KOMMUNE, Given.LANGENHAGEN);
        assertThat(first.hasPassword()).isFalse();

        User again = signIn.handle(person("s1", "neu@langenhagen.example", Set.of(STAFF), Given.LANGENHAGEN), VISIT)
                .user();
        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void gives_an_account_without_password_no_way_in_by_password() {
        signIn.handle(person("s2", "ohne@nsi.example", Set.of(NSI), null), VISIT);
        for (String guess : List.of("null", "ein langes Passwort", " ")) {
            Refused.with(
                    AccessRefusal.SIGN_IN_FAILED,
                    () -> byPassword.handle(
                            new SignIn.Command("ohne@nsi.example", guess, VISIT, Sessions.PAGE_TOKEN, null)));
        }
    }

    @Test
    void lets_in_nobody_without_exactly_one_group() {
        for (Set<String> groups : List.of(Set.<String>of(), Set.of("andere"), Set.of(NSI, MINISTRY), Set.of("NSI"))) {
            Refused.with(
                    AccountRefusal.DIRECTORY_NO_GROUP,
                    () -> signIn.handle(person("s3", "keine@gruppe.example", groups, null), VISIT));
        }
        assertThat(users.withEmail("keine@gruppe.example")).isEmpty();
    }

    @Test
    void lets_personnel_staff_in_for_a_kommune_that_may_register_people_only() {
        for (String ars : new String[] {null, " ", "999999999999"}) {
            Refused.with(
                    AccountRefusal.DIRECTORY_NO_GROUP,
                    () -> signIn.handle(person("s4", "a@kommune.example", Set.of(STAFF), ars), VISIT));
        }
        String member = database.text("select ars from kommune where type = 'MITGLIEDSGEMEINDE' limit 1");
        assertThatThrownBy(() -> signIn.handle(person("s4", "a@kommune.example", Set.of(STAFF), member), VISIT))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void takes_over_an_account_of_the_same_side_whose_address_is_verified_and_ends_its_password() {
        User known = given.account(Role.NSI, null);
        assertThat(signIn.handle(person("s5", known.email(), Set.of(NSI), null), VISIT)
                        .user()
                        .id())
                .isEqualTo(known.id());
        Refused.with(
                AccessRefusal.SIGN_IN_FAILED,
                () -> byPassword.handle(
                        new SignIn.Command(known.email(), Given.PASSWORD, VISIT, Sessions.PAGE_TOKEN, null)));
    }

    @Test
    void takes_over_no_account_of_another_side_or_by_an_address_nobody_vouches_for() {
        User ministry = given.account(Role.MINISTRY, null);
        User staff = given.account(Role.KOMMUNE, Given.SOTTRUM);
        User nsi = given.account(Role.NSI, null);
        Refused.with(
                AccountRefusal.DIRECTORY_ADDRESS_TAKEN,
                () -> signIn.handle(person("s6", ministry.email(), Set.of(NSI), null), VISIT));
        Refused.with(
                AccountRefusal.DIRECTORY_ADDRESS_TAKEN,
                () -> signIn.handle(person("s6", staff.email(), Set.of(STAFF), Given.LANGENHAGEN), VISIT));
        Refused.with(
                AccountRefusal.DIRECTORY_ADDRESS_TAKEN,
                () -> signIn.handle(
                        new SignInByDirectory.Recognised(
                                ISSUER, "s6", nsi.email(), false, "Wer Auch", Set.of(NSI), null),
                        VISIT));
        signIn.handle(person("s7", nsi.email(), Set.of(NSI), null), VISIT);
        Refused.with(
                AccountRefusal.DIRECTORY_ADDRESS_TAKEN,
                () -> signIn.handle(person("s8", nsi.email(), Set.of(NSI), null), VISIT));
    }

    @Test
    void lets_nobody_in_who_is_locked_here_or_changed_sides_there() {
        User user = signIn.handle(person("s9", "wechsel@nsi.example", Set.of(NSI), null), VISIT)
                .user();
        Refused.with(
                AccountRefusal.DIRECTORY_OTHER_SIDE,
                () -> signIn.handle(person("s9", "wechsel@nsi.example", Set.of(MINISTRY), null), VISIT));
        switchAccount.handle(given.nsi(), user.id(), false);
        Refused.with(
                AccountRefusal.DIRECTORY_LOCKED,
                () -> signIn.handle(person("s9", "wechsel@nsi.example", Set.of(NSI), null), VISIT));
    }

    @Test
    void makes_one_account_of_two_first_times_at_once() {
        Callable<String> arrive = () -> signIn.handle(person("s10", "zugleich@nsi.example", Set.of(NSI), null), VISIT)
                .user()
                .email();
        assertThat(Race.of(List.of(arrive, arrive)).count("zugleich@nsi.example"))
                .isEqualTo(2);
        assertThat(database.number("select count(*) from user_account where email = 'zugleich@nsi.example'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from directory_identity where subject = 's10'"))
                .isEqualTo(1);
    }
}
