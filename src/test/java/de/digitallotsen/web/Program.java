package de.digitallotsen.web;

import static io.restassured.RestAssured.given;

import java.util.Map;

import de.digitallotsen.Given;
import de.digitallotsen.account.User;
import io.restassured.specification.RequestSpecification;

/** A program that uses the JSON interface. */
public final class Program {

    private Program() {}

    /** A request of nobody in particular. */
    public static RequestSpecification anonymous() {
        return given().redirects().follow(false).contentType("application/json").accept("application/json");
    }

    /** A request of somebody who has just signed in. */
    public static RequestSpecification of(User user) {
        return withToken(token(user));
    }

    /** A request with that bearer token. */
    public static RequestSpecification withToken(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** Signs in; the access token. */
    static String token(User user) {
        return anonymous()
                .body(Map.of("email", user.email(), "password", Given.PASSWORD))
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }
}
