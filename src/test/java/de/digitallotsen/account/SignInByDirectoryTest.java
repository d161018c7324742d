package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.web.SecurityLines;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Who the directory lets in, and as whom. That its word is genuine is tried against a real Keycloak (-Psso). */
@PortalTest
class SignInByDirectoryTest {

    private static final String ISSUER = "https://verzeichnis.example/realms/land";
    private static final String STAFF = "digitallotsen-kommune";
    private static final String NSI = "digitallotsen-nsi";
    private static final String MINISTRY = "digitallotsen-ministerium";
    private static final String AUDIT = "digitallotsen-rechnungspruefung";
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

    @Inject
    SessionLookup lookup;

    @Inject
    SetUpSecondFactor setUp;

    @Inject
    ChangePassword changePassword;

    @Inject
    ResetPassword reset;

    @Inject
    PasswordResets resets;

    @Inject
    TestClock clock;

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
                AccountRefusal.DIRECTORY_ADDRESS_NOT_VERIFIED,
                () -> signIn.handle(unverified("s6", nsi.email()), VISIT));
        signIn.handle(person("s7", nsi.email(), Set.of(NSI), null), VISIT);
        Refused.with(
                AccountRefusal.DIRECTORY_ADDRESS_TAKEN,
                () -> signIn.handle(person("s8", nsi.email(), Set.of(NSI), null), VISIT));
    }

    private static SignInByDirectory.Recognised unverified(String subject, String email) {
        return new SignInByDirectory.Recognised(ISSUER, subject, email, false, "Wer Auch", Set.of(NSI), null);
    }

    @Test
    void makes_no_account_for_an_address_that_somebody_wrote_there_themselves() {
        String email = "chefin@nsi.example";
        String said = Refused.with(
                        AccountRefusal.DIRECTORY_ADDRESS_NOT_VERIFIED,
                        () -> signIn.handle(unverified("s16", email), VISIT))
                .text();
        assertThat(said).contains("nicht bestätigt", "um eine Einladung");
        assertThat(users.withEmail(email)).isEmpty();
        User owner =
                signIn.handle(person("s17", email, Set.of(NSI), null), VISIT).user();
        assertThat(Refused.with(
                                AccountRefusal.DIRECTORY_ADDRESS_NOT_VERIFIED,
                                () -> signIn.handle(unverified("s16", email), VISIT))
                        .text())
                .as("nobody learns whether there is an account")
                .isEqualTo(said);
        assertThat(signIn.handle(unverified("s17", "irgendwas@nsi.example"), VISIT)
                        .user()
                        .id())
                .as("whoever is linked already is known by the subject")
                .isEqualTo(owner.id());
    }

    @Test
    void takes_tokens_of_the_issuer_that_is_set_and_of_no_other() {
        assertThat(ConfigProvider.getConfig()
                        .unwrap(SmallRyeConfig.class)
                        .getConfigValue("quarkus.oidc.directory.token.issuer")
                        .getRawValue())
                .isEqualTo("${digitallotsen.directory.issuer:}");
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
    void lets_auditors_in() {
        User auditor = signIn.handle(person("s11", "pruefung@lrh.example", Set.of(AUDIT), null), VISIT)
                .user();
        assertThat(auditor.role()).isEqualTo(Role.AUDITOR);
    }

    @Test
    void leaves_the_second_factor_to_the_directory() throws SQLException {
        Demanded.now();
        User known = given.account(Role.MINISTRY, null);
        Sessions.Tokens byWord =
                byPassword.handle(new SignIn.Command(known.email(), Given.PASSWORD, VISIT, Sessions.PAGE_TOKEN, null));
        assertThat(lookup.find(byWord.sessionId()).orElseThrow().secondFactorDue())
                .isTrue();
        database.writePastTheProgram(
                "insert into second_factor (user_id, secret, created_at, confirmed_at) values (?, 'x', now(), now())",
                known.id());
        Sessions.Tokens tokens = signIn.handle(person("s12", known.email(), Set.of(MINISTRY), null), VISIT);
        assertThat(lookup.find(tokens.sessionId()).orElseThrow().secondFactorDue())
                .isFalse();
        assertThat(database.number("select count(*) from second_factor where user_id = ?", known.id()))
                .as("what nobody asks for is not shown as set up")
                .isZero();
        Refused.with(AccountRefusal.DIRECTORY_SIGNS_IN, () -> setUp.handle(known.asActor(), Given.PASSWORD));
        Refused.with(
                AccountRefusal.DIRECTORY_SIGNS_IN,
                () -> changePassword.handle(
                        known.asActor(),
                        new ChangePassword.Command("", "drei kurze Wörter", "drei kurze Wörter", "none")));
    }

    @Test
    void takes_no_new_password_by_a_link_from_before() {
        User known = given.account(Role.NSI, null);
        String token = Hashes.randomToken();
        QuarkusTransaction.requiringNew()
                .run(() -> resets.persist(PasswordReset.of(known.id(), token, clock.instant())));
        signIn.handle(person("s13", known.email(), Set.of(NSI), null), VISIT);
        Refused.with(
                AccessRefusal.RESET_NOT_VALID,
                () -> reset.handle(new ResetPassword.Command(token, "drei kurze Wörter", "drei kurze Wörter")));
        assertThat(database.number(
                        "select count(*) from user_account where id = ? and password_hash is not null", known.id()))
                .isZero();
    }

    @Test
    void tells_whoever_guards_the_portal_who_came_and_who_was_refused() {
        try (SecurityLines log = new SecurityLines()) {
            User user = signIn.handle(person("s14", "neu@nsi.example", Set.of(NSI), null), VISIT)
                    .user();
            assertThat(log.about("signed-in-by-directory"))
                    .hasSize(1)
                    .first()
                    .satisfies(line -> assertThat(line.get("account").asLong()).isEqualTo(user.id()));
            assertThatThrownBy(() -> signIn.handle(person("s15", "fremd@nsi.example", Set.of(), null), VISIT));
            assertThatThrownBy(() -> signIn.handle(person("s15", null, Set.of(NSI), null), VISIT));
            assertThat(log.about("directory-sign-in-refused")).hasSize(2);
            assertThat(log.about("directory-sign-in-refused")
                            .get(0)
                            .get("person")
                            .asText())
                    .matches("[0-9a-f]{16}");
            assertThat(log.text()).doesNotContain("@", "Öztürk");
        }
    }

    @Test
    void makes_one_account_of_two_first_times_at_once() {
        for (int turn = 0; turn < 80; turn++) {
            String subject = "twice" + turn;
            String email = "zugleich" + turn + "@nsi.example";
            Callable<String> arrive = () -> signIn.handle(person(subject, email, Set.of(NSI), null), VISIT)
                    .user()
                    .email();
            // The window lies at the end of the other's transaction: the second comes a little later each time.
            long later = turn * 150_000L;
            Callable<String> arriveLater = () -> {
                LockSupport.parkNanos(later);
                return arrive.call();
            };
            assertThat(Race.of(List.of(arrive, arriveLater)).count(email)).isEqualTo(2);
        }
        assertThat(database.number("select count(*) from user_account where email like 'zugleich%'"))
                .isEqualTo(80);
        assertThat(database.number("select count(*) from directory_identity where subject like 'twice%'"))
                .isEqualTo(80);
    }
}
