package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Personnel staff look after the accounts of their own Kommune (R32). */
@PortalTest
class ColleaguePagesTest {

    @Inject
    Given given;

    @Inject
    Database database;

    private User colleague;
    private User me;
    private Visitor visitor;

    @BeforeEach
    void two_of_one_kommune() {
        colleague = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        me = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        visitor = Visitor.signedIn(me);
    }

    private String page(User user, String act) {
        return "/kollegen/" + user.id() + "/" + act;
    }

    private String list() {
        return visitor.get("/kollegen").asString();
    }

    @Test
    void the_list_shows_who_can_do_what_and_offers_nothing_for_oneself() {
        assertThat(list())
                .contains(colleague.email(), "noch nie", page(colleague, "sperren"))
                .doesNotContain(page(me, "sperren"), page(colleague, "freigeben"), page(colleague, "zweiter-faktor"));
        Visitor.signedIn(colleague);
        assertThat(list()).doesNotContain("noch nie");
    }

    @Test
    void locking_says_first_what_it_means_and_then_what_it_did() {
        Visitor theirs = Visitor.signedIn(colleague);
        assertThat(visitor.get(page(colleague, "sperren")).asString())
                .contains(colleague.name(), "sofort ausgeloggt", "Einladungen");
        Response done = visitor.send(page(colleague, "sperren"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.get(done.header("Location")).asString())
                .contains("Der Zugang ist gesperrt.", "gesperrt", page(colleague, "freigeben"))
                .doesNotContain(page(colleague, "sperren"));
        assertThat(theirs.get("/start").statusCode()).isEqualTo(303);
        assertThat(visitor.get(page(colleague, "sperren")).asString())
                .contains("ist schon gesperrt")
                .doesNotContain("<button class=\"kern-btn kern-btn--primary\"");

        Response free = visitor.send(page(colleague, "freigeben"));
        assertThat(visitor.get(free.header("Location")).asString()).contains("wieder freigegeben");
        assertThat(Visitor.signedIn(colleague).get("/start").statusCode()).isEqualTo(200);
    }

    @Test
    void a_lost_second_factor_is_switched_off_after_a_check() throws SQLException {
        database.writePastTheProgram(
                "insert into second_factor (user_id, secret, created_at, confirmed_at) values (?, 'x', now(), now())",
                colleague.id());
        assertThat(list()).contains(page(colleague, "zweiter-faktor"));
        assertThat(visitor.get(page(colleague, "zweiter-faktor")).asString()).contains("vergewissern");
        Response done = visitor.send(page(colleague, "zweiter-faktor"));
        assertThat(visitor.get(done.header("Location")).asString())
                .contains("Der zweite Faktor ist abgeschaltet. Die Person ist ausgeloggt")
                .doesNotContain("Ihre anderen Sitzungen", page(colleague, "zweiter-faktor"));
        Response again = visitor.send(page(colleague, "zweiter-faktor"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("Ein zweiter Faktor ist nicht eingerichtet.");
    }

    @Test
    void nobody_locks_themselves_and_another_kommune_does_not_exist() {
        Response own = visitor.send(page(me, "sperren"));
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.asString()).contains("Das ist Ihr eigener Zugang");
        assertThat(visitor.get(page(me, "sperren")).asString()).contains("Das ist Ihr eigener Zugang");
        assertThat(visitor.get(page(me, "zweiter-faktor")).statusCode()).isEqualTo(303);
        for (User other : List.of(given.account(Role.KOMMUNE, Given.SOTTRUM), given.account(Role.NSI, null))) {
            for (String act : List.of("sperren", "freigeben", "zweiter-faktor")) {
                assertThat(visitor.send(page(other, act)).statusCode()).as(act).isEqualTo(404);
            }
            assertThat(visitor.get(page(other, "sperren")).statusCode()).isEqualTo(404);
            for (String act : List.of("deactivation", "activation", "second-factor-removal")) {
                assertThat(Program.of(me)
                                .post("/api/v1/accounts/" + other.id() + "/" + act)
                                .statusCode())
                        .as(act)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void programs_do_the_same() {
        given.account(Role.KOMMUNE, Given.SOTTRUM);
        assertThat(Program.of(me).get("/api/v1/accounts").<List<String>>path("items.kommuneArs"))
                .containsExactly(Given.LANGENHAGEN, Given.LANGENHAGEN);
        String account = "/api/v1/accounts/" + colleague.id();
        assertThat(Program.of(me).get(account).<String>path("email")).isEqualTo(colleague.email());
        assertThat(Program.of(me).post(account + "/deactivation").<Boolean>path("active"))
                .isFalse();
        assertThat(Program.of(me).post(account + "/activation").<Boolean>path("active"))
                .isTrue();
        Response own = Program.of(me).post("/api/v1/accounts/" + me.id() + "/deactivation");
        assertThat(own.<String>path("code")).isEqualTo("OWN_ACCOUNT");
    }

    @Test
    void people_whose_traces_are_gone_are_nobodys_colleagues() throws SQLException {
        database.writePastTheProgram(
                "update user_account set active = false, locked_at = now(), forgotten_at = now() where id = ?",
                colleague.id());
        assertThat(list()).doesNotContain(colleague.email(), page(colleague, "freigeben"));
        assertThat(visitor.get(page(colleague, "sperren")).statusCode()).isEqualTo(404);
    }
}
