package de.digitallotsen.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int QUIET_ZONE = 4;

    @Test
    void says_what_it_was_made_from() throws Exception {
        String uri = "otpauth://totp/Digitallotsen%3Aadmin%40nsi.example?secret="
                + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Digitallotsen";
        QrCode code = QrCode.of(uri);
        BitMatrix modules = new BitMatrix(code.size() - 2 * QUIET_ZONE);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.path());
        while (square.find()) {
            modules.set(Integer.parseInt(square.group(1)) - QUIET_ZONE, Integer.parseInt(square.group(2)) - QUIET_ZONE);
        }
        assertThat(new Decoder().decode(modules).getText()).isEqualTo(uri);
    }
}
