package de.digitallotsen.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.PortalTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@PortalTest
class SwaggerPolicyTest {

    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @Test
    void allows_the_inline_scripts_of_the_human_view_by_their_hashes_alone() throws Exception {
        String page = RestAssured.get("/q/swagger-ui/").then().statusCode(200).extract().asString();
        Matcher script = INLINE_SCRIPT.matcher(page);
        int scripts = 0;
        while (script.find()) {
            scripts++;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(SwaggerPolicy.VALUE).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        assertThat(scripts).isEqualTo(2);
        assertThat(SwaggerPolicy.VALUE).doesNotContain("unsafe-inline");
    }
}
