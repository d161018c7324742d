package de.digitallotsen.kommune.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/**
 * A program may send the register as a file of a form. Forms carry a token against forgery, which no program has and
 * none needs: below {@code /api/} nobody is let in by a cookie. Hence such a form is no form to the check of tokens,
 * but content of a type of its own.
 */
@Singleton
class ProgramUploads {

    static final String TYPE = "application/vnd.digitallotsen.upload";
    private static final String PATH = "/api/v1/kommunen/import";
    private static final int EARLY = 9_000;

    void register(@Observes Filters filters) {
        filters.register(ProgramUploads::rename, EARLY);
    }

    private static void rename(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (PATH.equals(request.normalizedPath())
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA)) {
            request.request()
                    .headers()
                    .set(HttpHeaders.CONTENT_TYPE, TYPE + type.substring(MediaType.MULTIPART_FORM_DATA.length()));
        }
        request.next();
    }

    /** The content of the first file in the form. */
    static byte[] file(byte[] form, String type) {
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.MULTIPART_FORM_DATA + type.substring(TYPE.length()));
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                PATH,
                Unpooled.wrappedBuffer(form),
                headers,
                new DefaultHttpHeaders());
        HttpPostRequestDecoder decoder = null;
        try {
            decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request);
            return decoder.getBodyHttpDatas().stream()
                    .filter(FileUpload.class::isInstance)
                    .findFirst()
                    .map(part -> bytes((FileUpload) part))
                    .orElseThrow(ProgramUploads::noFile);
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException
                | HttpPostRequestDecoder.NotEnoughDataDecoderException
                | HttpPostRequestDecoder.TooManyFormFieldsException
                | HttpPostRequestDecoder.TooLongFormFieldException broken) {
            throw noFile();
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return file.get();
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
    }

    private static InvalidInputException noFile() {
        return new InvalidInputException(List.of(new Violation("file", Messages.text("register.no-file"))));
    }
}
